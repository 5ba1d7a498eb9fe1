import type { Browser, BrowserContext } from '@playwright/test';

/**
 * One browser context for the tests of a worker, one after the other: a new one costs as much as a
 * short test. Between two tests it is emptied; what cannot be taken back ends it.
 */
export class KeptContext {
  private context: BrowserContext | null = null;
  private key = '';
  private spoilt = false;

  constructor(private readonly browser: Browser) {}

  /**
   * The context, empty.
   *
   * @param key what it was made with (viewport, colour scheme): another key needs another context
   */
  async take(key: string): Promise<BrowserContext> {
    if (this.context === null || this.key !== key) {
      await this.end();
      this.key = key;
      // With the options of the running test, as Playwright makes its own.
      this.context = await this.browser.newContext();
    }
    return this.context;
  }

  /** The test changes what no call takes back, such as the context's clock. */
  spoil(): void {
    this.spoilt = true;
  }

  /** After a test: closes its pages and removes what they have stored. */
  async clear(origin: string): Promise<void> {
    const { context } = this;
    if (context === null) return;
    if (this.spoilt) {
      await this.end();
      return;
    }
    // With no page of the app left that could write once more.
    for (const open of context.pages()) await open.close();
    await context.clearPermissions();
    await context.clearCookies();
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await page.close();
  }

  async end(): Promise<void> {
    const { context } = this;
    this.context = null;
    this.spoilt = false;
    await context?.close();
  }
}
