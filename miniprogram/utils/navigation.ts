/** Page changes. Asked for while the app is hidden, they wait until it is shown. */
export interface Navigation {
  /** Puts a page on top. */
  readonly open: (url: string) => void;
  /** Puts a page in the place of the top one. */
  readonly replace: (url: string) => void;
  /** Takes the top page away; where there is only one, `home` takes its place. */
  readonly back: (home: string) => void;
}

/**
 * @param whenVisible runs the step now if the app is visible, else when it is shown again
 */
export function createNavigation(whenVisible: (step: () => void) => void): Navigation {
  return {
    open: (url) => {
      whenVisible(() => void wx.navigateTo({ url }));
    },
    replace: (url) => {
      whenVisible(() => void wx.redirectTo({ url }));
    },
    back: (home) => {
      whenVisible(() => {
        if (getCurrentPages().length > 1) void wx.navigateBack();
        else void wx.redirectTo({ url: home });
      });
    },
  };
}
