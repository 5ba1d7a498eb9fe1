/** The phone's network as WeChat tells it. */
export interface Network {
  /** False only when WeChat says for sure that there is none. */
  online(): Promise<boolean>;
  /** Calls back each time a connection is there again. */
  onReturn(callback: () => void): void;
}

export function createNetwork(): Network {
  return {
    online: () =>
      new Promise((resolve) => {
        wx.getNetworkType({
          success: ({ networkType }) => {
            resolve(networkType !== 'none');
          },
          // Not knowing is no reason to stop: the read before the charge will tell.
          fail: () => {
            resolve(true);
          },
        });
      }),
    onReturn: (callback) => {
      wx.onNetworkStatusChange(({ isConnected }) => {
        if (isConnected) callback();
      });
    },
  };
}
