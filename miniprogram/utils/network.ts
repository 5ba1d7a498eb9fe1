/** The phone's network as WeChat tells it. */
export interface Network {
  /** False only when WeChat says for sure that there is none. */
  online(): Promise<boolean>;
  /** Calls back each time a connection is there again. */
  onReturn(callback: () => void): void;
  /** Calls back with how it is now, and at each change: WeChat calls the network weak, or no longer. */
  onWeak(callback: (weak: boolean) => void): void;
}

export function createNetwork(): Network {
  return {
    online: async () => {
      // Not knowing is no reason to stop: the read before the charge will tell.
      const known = await wx.getNetworkType().catch(() => null);
      return known?.networkType !== 'none';
    },
    onReturn: (callback) => {
      wx.onNetworkStatusChange(({ isConnected }) => {
        if (isConnected) callback();
      });
    },
    onWeak: (callback) => {
      wx.onNetworkWeakChange(({ weakNet }) => {
        callback(weakNet);
      });
      wx.getNetworkType({
        success: ({ weakNet }) => {
          callback(weakNet);
        },
      });
    },
  };
}
