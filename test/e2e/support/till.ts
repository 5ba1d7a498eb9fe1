import {
  expect as baseExpect,
  type Frame,
  type Locator,
  type Page,
  type Request,
} from '@playwright/test';
import type { Shop } from './shop';
import { Phone } from './phone';

/** Patient enough for a busy machine. */
export const expect = baseExpect.configure({ timeout: 15_000 });

/** What is collected in most tests: the whole of the first bill. */
export const BILL = 'XS20261122001';
export const AMOUNT = '28.00';
/** Another bill, 2.00 in all. */
export const OTHER_BILL = 'XS20261122008';

export interface Payment {
  readonly bill?: string;
  /** As typed on the keypad. */
  readonly amount?: string;
  /** What the scanner reads. */
  readonly code: string;
}

/** The cashier app as staff handle it, by the words they read. */
export class Till {
  readonly phone: Phone;

  /** @param view where the app is drawn, if that is a frame inside the page */
  constructor(
    readonly page: Page,
    protected readonly shop: Shop,
    private readonly view: () => Page | Frame = () => page,
  ) {
    this.phone = new Phone(view);
  }

  /** Whether the app has been opened at all. */
  get isOpen(): boolean {
    return this.view().url().includes('/cashier');
  }

  /** Opens the app, like a tap on its icon; ends when its first page is drawn. */
  async open(path = '', query = ''): Promise<void> {
    const search = path === '' ? '' : `?${new URLSearchParams({ path, query }).toString()}`;
    await this.page.goto(`${this.shop.simulator.url}/cashier${search}`);
    await this.page.locator('wx-page:visible').first().waitFor();
  }

  /**
   * Ends the shift of whoever is signed in, and signs in. Nothing to do where this user's session was
   * kept over a restart.
   */
  async signIn(user = '1001', password = '123456'): Promise<void> {
    const before = await this.phone.signedIn();
    if (before === user) return;
    if (before !== null) {
      await this.phone.signOut();
      await this.button('登录').click();
    }
    await this.view().getByLabel('用户名').fill(user);
    await this.view().getByLabel('密码').fill(password);
    await this.button('登录').click();
  }

  /** Opens the app and signs in; ends on the home page. */
  async start(): Promise<void> {
    await this.open();
    await this.signIn();
    await expect(this.button('扫码收款')).toBeVisible();
  }

  button(name: string): Locator {
    return this.view().locator('wx-page:visible').getByRole('button', { name, exact: true });
  }

  /** The words at the head of a result page. */
  get heading(): Locator {
    return this.view().locator('wx-page [role=heading]:visible');
  }

  /** A text on the app's page, not in the navigation bar. */
  text(text: string): Locator {
    return this.view().locator('wx-page:visible').getByText(text, { exact: true });
  }

  /** What stands beside a label in a list of facts. */
  fact(label: string): Locator {
    return this.page
      .locator('wx-fact-list:visible')
      .getByText(label, { exact: true })
      .locator('xpath=following-sibling::*');
  }

  async fillBill(bill: string): Promise<void> {
    const field = this.view().getByLabel('售货单号');
    await field.fill(bill);
    await field.blur();
  }

  async typeAmount(amount: string): Promise<void> {
    for (const key of amount) await this.button(key === '.' ? '小数点' : key).click();
  }

  /** Fills in bill and amount and taps 扫码收款; ends when the scanner is open. */
  async startScan({ bill = BILL, amount = AMOUNT }: Omit<Payment, 'code'> = {}): Promise<void> {
    await this.fillBill(bill);
    await this.typeAmount(amount);
    await this.button('扫码收款').click();
    await expect(this.sheet).toBeVisible();
  }

  /** The phone's scanner. */
  get sheet(): Locator {
    return this.view().getByRole('dialog', { name: '模拟扫码' });
  }

  /** Holds a code before the open scanner. */
  async scan(text: string): Promise<void> {
    await this.sheet.getByLabel('条码内容').fill(text);
    await this.sheet.getByRole('button', { name: '确定' }).click();
    await expect(this.sheet).toBeHidden();
  }

  /** From the empty home page to the sent call. */
  async collect({ code, ...payment }: Payment): Promise<void> {
    await this.startScan(payment);
    await this.scan(code);
  }

  /**
   * As `collect`, for a call whose connection the server will cut. On a fresh connection Chromium
   * tells the app of the cut; on a kept one it repeats the POST by itself (chromium-repeat.spec.ts).
   */
  async collectOnFreshConnection({ code, ...payment }: Payment): Promise<void> {
    const { sandbox } = this.shop.simulator;
    // A read that goes out together with the payment may be answered first: it leaves nothing behind.
    sandbox.settings.keepAlive = 'off';
    await this.startScan(payment);
    sandbox.closeIdleConnections();
    await this.scan(code);
  }

  /** As `startScan`; ends when all that was asked meanwhile is answered and its connections idle. */
  async startScanWithIdleConnections(payment: Omit<Payment, 'code'> = {}): Promise<void> {
    const asked = new Set<Request>();
    let receipts = 0;
    const onRequest = (request: Request): void => {
      if (target(request) !== '') asked.add(request);
    };
    const onFinished = (request: Request): void => {
      asked.delete(request);
      // Other bills of the day may be read again meanwhile.
      if (target(request).endsWith(`/Print/Content/${payment.bill ?? BILL}`)) receipts += 1;
    };
    this.page.on('request', onRequest).on('requestfinished', onFinished);
    await this.startScan(payment);
    // Read when the bill was typed, and again when the scanner opened.
    await expect.poll(() => receipts >= 2 && asked.size === 0, { timeout: 10_000 }).toBe(true);
    this.page.off('request', onRequest).off('requestfinished', onFinished);
  }
}

/** Where a request of the app really goes; '' for the simulator's own. */
export function target(request: Request): string {
  return request.headers()['x-wx-target'] ?? '';
}
