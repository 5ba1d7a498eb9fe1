/** New versions of the mini program, which WeChat fetches by itself but starts only cold. */
export interface AppUpdate {
  /** Calls back when a new version is ready to be started. */
  onReady(callback: () => void): void;
  /** Starts the new version: everything in memory is gone. */
  restart(): void;
}

export function createAppUpdate(): AppUpdate {
  const manager = wx.getUpdateManager();
  return {
    onReady: (callback) => {
      manager.onUpdateReady(callback);
    },
    restart: () => {
      manager.applyUpdate();
    },
  };
}
