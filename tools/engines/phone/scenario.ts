import type { AppService } from './app-service';
import type { Instance } from './page-stack';
import type { Plan } from './plan';
import type { Timers } from './timers';

/** How long staff wait for something to happen before they say that it does not, ms. */
const PATIENCE = 120_000;
const LOOK_EVERY = 100;

/** A page or a word that did not come; the message says what was seen in its place. */
class NotSeenError extends Error {
  override readonly name = 'NotSeenError';
}

/** Staff at a phone: everything goes through the pages' own handlers, as taps and typing do. */
export class Staff {
  constructor(
    private readonly app: AppService,
    private readonly timers: Timers,
  ) {}

  async signIn({ user, password }: Plan): Promise<void> {
    const login = await this.see('the sign-in page', (page) => page.route.endsWith('/login'));
    this.type(login, 'onUser', user);
    this.type(login, 'onPassword', password);
    this.tap(login, 'onSubmit');
    await this.home();
  }

  /** From the home page to the moment at which the scanner is asked for. */
  async charge(bill: string, amount: string): Promise<void> {
    const home = await this.home();
    this.type(home, 'onBillInput', bill);
    this.tap(home, 'onBillDone');
    await this.see('the bill', (page) => page.data['bill'] === bill);
    // As staff do: the figures are looked at, then typed over.
    await this.pause(2_000);
    for (const key of amount) this.tap(home, 'onKey', { detail: { key } });
    this.tap(home, 'onCollect');
  }

  async collect(bill: string, amount: string): Promise<string> {
    await this.charge(bill, amount);
    const result = await this.see('收款成功', (page) => page.data['heading'] === '收款成功');
    if (result.data['amount'] !== amount) {
      throw new NotSeenError(`${bill}: ${String(result.data['amount'])} instead of ${amount}`);
    }
    const { id = '' } = result.options;
    this.tap(result, 'onNext');
    return id;
  }

  /** After a kill: what was under way ends by what the server says of the bill. */
  async recover(bill: string, amount: string): Promise<void> {
    const home = await this.home();
    this.tap(home, 'onRecords');
    await this.see(`${bill} as collected by its state`, ({ route, data }) => {
      if (!route.endsWith('/records') || data['anyUndecided'] !== false) return false;
      const rows = data['totals'] as readonly { label: string; day: { amount: string } }[];
      return rows.some(({ label, day }) => label === '按单据状态' && day.amount === `¥${amount}`);
    });
  }

  /** Opens each page once, as if a link led there, and leaves it again. */
  async lookAround(routes: readonly string[], id: string): Promise<void> {
    await this.home();
    for (const route of routes) {
      this.app.stack.open(`/${route}?id=${id}`);
      await this.pause(1_500);
      if (route.endsWith('/cipher-check')) {
        const { failed, outcome } = this.top().data;
        if (failed !== false || outcome !== '自检通过') {
          throw new NotSeenError(`the known answers of the cipher: ${String(outcome)}`);
        }
      }
      // Some pages lead on by themselves.
      while (this.app.stack.pages.length > 1) this.app.stack.back();
      await this.pause(1_500);
      while (this.app.stack.pages.length > 1) this.app.stack.back();
    }
  }

  pause(ms: number): Promise<void> {
    return new Promise((resolve) => void this.timers.after(ms, resolve));
  }

  private home(): Promise<Instance> {
    return this.see('the home page', (page) => {
      return page.route.endsWith('/collect') && page.data['live'] === true;
    });
  }

  private top(): Instance {
    const top = this.app.stack.top();
    if (top === undefined) throw new NotSeenError('there is no page');
    return top;
  }

  private async see(what: string, is: (page: Instance) => boolean): Promise<Instance> {
    const began = this.timers.now();
    while (!is(this.top())) {
      if (this.timers.now() - began > PATIENCE) {
        const { route, data } = this.top();
        const { problem = '', heading = '' } = data;
        throw new NotSeenError(
          `${what} did not come: ${route} says ${JSON.stringify([heading, problem])}`,
        );
      }
      await this.pause(LOOK_EVERY);
    }
    return this.top();
  }

  private type(page: Instance, handler: string, value: string): void {
    this.tap(page, handler, { detail: { value } });
  }

  private tap(page: Instance, handler: string, event: unknown = {}): void {
    if (typeof page[handler] !== 'function') {
      throw new NotSeenError(`${page.route} has no ${handler}`);
    }
    this.app.stack.call(page, handler, event);
  }
}
