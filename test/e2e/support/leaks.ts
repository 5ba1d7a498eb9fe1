import type { Page } from '@playwright/test';

/** A secret that turned up where it must never be. Holds the place and the kind, not the secret. */
export interface Leak {
  readonly place: 'storage' | 'file' | 'log' | 'clipboard' | 'url' | 'page' | 'console' | 'body';
  readonly secret: SecretName;
}

/** Canaries: everything the tests type or scan looks like one of these, in clear. */
const SECRETS = {
  'payment code': /(?<![\d*])(?:1[0-5]\d{16})(?!\d)/,
  // UPPER(MD5("123456")), in any case.
  KEY: /e10adc3949ba59abbe56e057f20f883e/i,
  password: /(?<![\w.])123456(?!\w)/,
  Authorization: /\bHawk [a-z]+="/i,
} as const;

export type SecretName = keyof typeof SECRETS;

const NAMES = Object.keys(SECRETS) as SecretName[];

/**
 * Watches one cashier page from before it loads: storage, exported files, kept and real-time logs, the
 * clipboard, URLs, bodies, what is drawn, the console.
 */
export class LeakWatch {
  readonly leaks: Leak[] = [];
  /** What the phone held already as the test began, by name. */
  readonly leftovers: string[] = [];

  async watch(page: Page): Promise<void> {
    page.on('console', (message) => {
      const text = message.text();
      this.look(text.startsWith('[实时日志]') ? 'log' : 'console', text);
    });
    page.on('pageerror', (error) => this.look('console', `${error.message}\n${error.stack ?? ''}`));
    page.on('framenavigated', (frame) => this.look('url', frame.url()));
    page.on('request', (request) => {
      this.look('url', decodeURIComponent(request.url()));
      this.look('body', request.postData() ?? '');
    });
    await page.exposeFunction('__leak', (place: Leak['place'], secret: SecretName) =>
      this.note(place, secret),
    );
    const patterns = NAMES.map(
      (name) => [name, SECRETS[name].source, SECRETS[name].flags] as const,
    );
    await page.addInitScript(tellLeaks, patterns);
  }

  /** Notes what another test has left on this phone: a kept context must hide nothing. */
  async expectEmptyPhone(page: Page): Promise<void> {
    await page.exposeFunction('__left', (keys: string[]) => {
      this.leftovers.push(...keys);
    });
    await page.addInitScript(tellLeftovers);
  }

  look(place: Leak['place'], text: string): void {
    for (const secret of NAMES) {
      if (SECRETS[secret].test(text)) this.note(place, secret);
    }
  }

  private note(place: Leak['place'], secret: SecretName): void {
    const known = this.leaks.some((leak) => leak.place === place && leak.secret === secret);
    if (!known) this.leaks.push({ place, secret });
  }
}

type SeenInPage = 'storage' | 'file' | 'log' | 'clipboard' | 'page';

declare global {
  interface Window {
    __leak: (place: SeenInPage, secret: SecretName) => Promise<void>;
    __left: (keys: string[]) => Promise<void>;
  }
}

/** Runs in the page, at its first document: whatever is stored then is not this test's. */
function tellLeftovers(): void {
  // Tabs of one phone have a session storage each; about:blank has none.
  if (window.origin === 'null' || sessionStorage.getItem('test:begun') !== null) return;
  sessionStorage.setItem('test:begun', '');
  const cookies = document.cookie === '' ? [] : ['a cookie'];
  const keys = [...Object.keys(localStorage), ...cookies];
  if (keys.length > 0) void window.__left(keys);
}

/**
 * Runs in the page. Every write to storage, files and clipboard and every change of the app's pages is
 * searched there; only what was found is told.
 */
function tellLeaks(patterns: readonly (readonly [SecretName, string, string])[]): void {
  const secrets = patterns.map(
    ([name, source, flags]) => [name, new RegExp(source, flags)] as const,
  );
  const search = (place: SeenInPage, text: string): void => {
    for (const [name, pattern] of secrets) if (pattern.test(text)) void window.__leak(place, name);
  };
  const write = Storage.prototype.setItem;
  Storage.prototype.setItem = function (this: Storage, key: string, value: string) {
    const place = key.startsWith('wx-file:') ? 'file' : 'storage';
    search(key.startsWith('wx:log:') ? 'log' : place, `${key} ${value}`);
    write.call(this, key, value);
  };
  // Absent where the page has no secure origin.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  const copy = clipboard?.writeText.bind(clipboard);
  if (clipboard !== undefined && copy !== undefined) {
    clipboard.writeText = (text) => {
      search('clipboard', text);
      return copy(text);
    };
  }
  let before = '';
  const look = (): void => {
    // The app's own pages; the scan sheet is the phone's.
    const pages = document.querySelectorAll('.sim-scroller');
    const drawn = Array.from(pages, (one) => one.outerHTML).join('\n');
    if (drawn !== before) search('page', drawn);
    before = drawn;
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
}
