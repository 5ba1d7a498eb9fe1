import { test as base } from '../support';
import { expect, type Till } from '../support/till';
import type { PosServer } from '../support/pos-server';
import { ShiftedClock, startShop, type Shop } from '../support/shop';
import { billOf, morningSeed, type Name } from './bills';

const DAY_MS = 86_400_000;
/** 9 o'clock in the shop's time zone, in UTC. */
const OPENING_MS = 3_600_000;

/** A shop of its own: the morning's bills, and the clock at the next 9 o'clock. */
export const test = base.extend<object, { readonly shop: Shop }>({
  shop: [
    async ({ browserName: _ }, use) => {
      const clock = new ShiftedClock(DAY_MS - ((Date.now() - OPENING_MS) % DAY_MS));
      const shop = await startShop({ seed: morningSeed, clock });
      await use(shop);
      await shop.simulator.close();
    },
    { scope: 'worker' },
  ],
});

/** The counter with its queue: what a cashier does again and again. */
export class Counter {
  constructor(
    private readonly till: Till,
    private readonly pos: PosServer,
    private readonly pass: (ms: number) => Promise<void>,
  ) {}

  /** The next customer comes: the bill is typed, and what remains of it is filled in. */
  async enter(name: Name): Promise<void> {
    const { remainingFen } = this.pos.bill(billOf(name));
    await this.till.fillBill(billOf(name));
    await expect(this.amount).toHaveText(yuan(remainingFen));
    await expect(this.till.text('已填入待收')).toBeVisible();
  }

  /** From the filled-in bill to the sent call; `part`: another amount than the filled-in one. */
  async charge(code: string, part?: string): Promise<void> {
    if (part !== undefined) await this.till.typeAmount(part);
    await this.till.button('扫码收款').click();
    await expect(this.till.sheet).toBeVisible();
    await this.till.scan(code);
  }

  async sees(heading: string): Promise<void> {
    await expect(this.till.heading).toHaveText(heading);
  }

  /** The customer leaves, the next one is some minutes away. */
  async next(key = '下一单'): Promise<void> {
    await this.till.button(key).click();
    await expect(this.till.button('扫码收款')).toBeVisible();
    await this.pass(200_000);
  }

  /** A bill whose remaining is paid at once. */
  async payAtOnce(name: Name, code: string): Promise<void> {
    await this.enter(name);
    await this.charge(code);
    await this.sees('收款成功');
    await expect(this.till.fact('售货单')).toHaveText(billOf(name));
    await this.next();
  }

  /** The bill is refused in these words before any scanner opens. */
  async refused(bill: string, why: string): Promise<void> {
    await this.till.fillBill(bill);
    await expect(this.till.text(why).first()).toBeVisible();
    await this.till.button('扫码收款').click();
    await expect(this.till.sheet).toBeHidden();
  }

  private get amount() {
    return this.till.page.locator('wx-page:visible .amount-value');
  }
}

/** As on the screen: "¥1,234.56". */
export function yuan(fen: number): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return `¥${(fen / 100).toLocaleString('en-US', digits)}`;
}
