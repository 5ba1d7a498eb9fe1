/** Page changes. Asked for while the app is hidden, they wait until it is shown. */
export interface Navigation {
  /**
   * Puts a page on top; a second tap for the same page opens it only once. At most three pages lie on
   * each other: a fourth takes the place of the third.
   */
  readonly open: (url: string) => void;
  /** Puts a page in the place of the top one. */
  readonly replace: (url: string) => void;
  /** Puts a page above home: on top of it, or in the place of the page that is there. */
  readonly show: (url: string) => void;
  /** Takes the top page away; where there is only one, `home` takes its place. */
  readonly close: (home: string) => void;
  /** Takes away every page above `home`; where `home` is not open, it takes the top page's place. */
  readonly back: (home: string) => void;
}

const MOST_PAGES = 3;

/**
 * @param whenVisible runs the step now if the app is visible, else when it is shown again
 */
export function createNavigation(whenVisible: (step: () => void) => void): Navigation {
  let opening: string | null = null;

  /** @param most pages that may lie on each other then */
  function openUpTo(most: number, url: string): void {
    whenVisible(() => {
      if (url === opening || url === topUrl()) return;
      if (getCurrentPages().length >= most) {
        void wx.redirectTo({ url });
        return;
      }
      opening = url;
      wx.navigateTo({
        url,
        complete: () => {
          opening = null;
        },
      });
    });
  }

  return {
    open: (url) => {
      openUpTo(MOST_PAGES, url);
    },
    show: (url) => {
      openUpTo(2, url);
    },
    replace: (url) => {
      whenVisible(() => void wx.redirectTo({ url }));
    },
    close: (home) => {
      whenVisible(() => {
        if (getCurrentPages().length > 1) void wx.navigateBack();
        else void wx.redirectTo({ url: home });
      });
    },
    back: (home) => {
      whenVisible(() => {
        const pages = getCurrentPages();
        const index = pages.findIndex((page) => `/${page.route}` === home);
        const delta = pages.length - 1 - index;
        if (index < 0) void wx.redirectTo({ url: home });
        else if (delta > 0) void wx.navigateBack({ delta });
      });
    },
  };
}

/** Whether WeChat has opened the first page. */
export function isPageOpen(): boolean {
  return getCurrentPages().length > 0;
}

/** The page on top, as it was asked for. */
function topUrl(): string | null {
  const pages = getCurrentPages();
  const top = pages[pages.length - 1];
  if (top === undefined) return null;
  const query = Object.entries(top.options).map(([name, value]) => `${name}=${value ?? ''}`);
  return `/${top.route}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}
