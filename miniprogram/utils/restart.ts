/**
 * Ends the app and starts it anew at a page, like a person who closes and opens it.
 *
 * @returns false when WeChat would not; where it does, nothing of the running app is left to be told
 */
export type Restart = (page: string) => Promise<boolean>;

/** Over WeChat's own call (base library 3.0.1). */
export const restart: Restart = (page) =>
  new Promise((resolve) => {
    wx.restartMiniProgram({
      path: page,
      success: () => {
        resolve(true);
      },
      fail: () => {
        resolve(false);
      },
    });
  });
