import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { HEADERS_HEADER, STATUS_HEADER } from '../../simulator/server/forward-protocol';
import type { ShiftedClock } from '../../test/e2e/support/shop';
import type { Look } from './pictures';

/** The cashier's phone in one look (size, light or dark), and the pictures taken of it. */
export class Cashier {
  readonly pictures = new Map<string, Buffer>();

  private constructor(
    private readonly page: Page,
    private readonly url: string,
    private readonly clock: ShiftedClock,
  ) {}

  static async open(
    browser: Browser,
    url: string,
    look: Look,
    clock: ShiftedClock,
  ): Promise<Cashier> {
    const { viewport, colorScheme, fontSize } = look;
    const page = await browser.newPage({
      viewport,
      colorScheme,
      // Sharp on a page that shows the picture at half its size.
      deviceScaleFactor: 2,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    await page.addInitScript({
      content: `localStorage.setItem('simulator:fontSize', '${fontSize}')`,
    });
    await page.clock.install({ time: clock.now() });
    await page.goto(`${url}/cashier`);
    return new Cashier(page, url, clock);
  }

  async signIn(): Promise<void> {
    await this.page.getByLabel('用户名').fill('1001');
    await this.page.getByLabel('密码').fill('123456');
    await this.tap('登录');
  }

  /** Meanwhile a server whose clock is three days ahead refuses every call, without proof of its time. */
  async whileClockIsRefused(act: () => Promise<void>): Promise<void> {
    const ts = Math.round(this.clock.now() / 1000) + 3 * 86_400;
    const headers = [['WWW-Authenticate', `Hawk ts="${ts}", error="Stale timestamp"`]];
    await this.page.route('**/__wx/request*', async (route) => {
      await route.fulfill({
        headers: {
          [STATUS_HEADER]: '401',
          [HEADERS_HEADER]: Buffer.from(JSON.stringify(headers)).toString('base64'),
        },
      });
    });
    await act();
    await this.page.unrouteAll();
  }

  /** Starts the app anew, with another address of the POS server in its settings. */
  async openAt(posBaseUrl: string): Promise<void> {
    await this.page.route('**/__sim/settings.json', async (route) => {
      await route.fulfill({ json: { posBaseUrl } });
    });
    await this.page.goto(`${this.url}/cashier`);
  }

  async tap(name: string): Promise<void> {
    await this.shown.getByRole('button', { name, exact: true }).click();
  }

  /** The first of the keys whose name begins so. */
  async tapLike(name: string): Promise<void> {
    await this.shown.getByRole('button', { name }).first().click();
  }

  async choose(name: string): Promise<void> {
    await this.shown.getByRole('radio', { name, exact: true }).click();
  }

  async type(field: string, text: string): Promise<void> {
    await this.page.getByLabel(field).fill(text);
  }

  /** Back to the home page by the arrow of the navigation bar. */
  async home(): Promise<void> {
    const back = this.page.locator('.sim-page:not([hidden]) .sim-back');
    while (await back.isVisible()) {
      await back.click();
      await this.page.waitForTimeout(500);
    }
  }

  async fill(bill: string, amount: string): Promise<void> {
    const field = this.page.getByLabel('售货单号');
    await field.fill(bill);
    await field.blur();
    await this.tap('清空');
    for (const key of amount) await this.tap(key === '.' ? '小数点' : key);
  }

  async scan(text: string): Promise<void> {
    await this.page.getByLabel('条码内容').fill(text);
    await this.page.getByRole('button', { name: '确定', exact: true }).click();
  }

  async collect(bill: string, amount: string, code: string): Promise<void> {
    await this.fill(bill, amount);
    await this.tap('扫码收款');
    await this.scan(code);
  }

  async pass(ms: number): Promise<void> {
    this.clock.pass(ms);
    await this.page.clock.fastForward(ms);
  }

  /** Takes a picture once these words are on the screen. */
  async take(name: string, ...words: string[]): Promise<void> {
    for (const text of words) {
      const found = this.page.locator('#phone').getByText(text, { exact: true });
      await expect(found.filter({ visible: true }).first()).toBeVisible({ timeout: 20_000 });
    }
    // A key that was tapped looks pressed a moment later, for a moment.
    await this.page.waitForTimeout(500);
    this.pictures.set(name, await this.page.screenshot({ animations: 'disabled' }));
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  private get shown(): Locator {
    return this.page.locator('wx-page:visible');
  }
}
