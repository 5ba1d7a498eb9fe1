import type { Attempt } from '../../../miniprogram/core/attempt';
import { parseBillNumber } from '../../../miniprogram/core/bill';
import { CashierError } from '../../../miniprogram/core/errors/cashier-error';
import { fen } from '../../../miniprogram/core/money';
import type { Services } from '../../../miniprogram/services/services';
import { foldNumber } from '../model/bills';
import { passwordOf } from '../model/gate';
import type { World } from '../run/world';
import type { AppProcess } from './app-process';
import type { Phone } from './phone';

/** What the people at one till do: they tap, wait, leave, come back, close and sign in. */
export class Staff {
  private user: string;
  private signingIn = false;
  private signInRun = 0;

  constructor(
    private readonly world: World,
    private readonly phone: Phone,
    private readonly users: readonly string[],
  ) {
    this.user = world.random.pick(users);
  }

  start(): void {
    const { world } = this;
    world.timeline.after(world.random.whole(300, 4_000), () => {
      const { process } = this.phone;
      if (process?.services && this.phone.visible && !process.frozen) {
        const { services } = process;
        process.deliver(() => this.act(process, services));
      }
      this.start();
    });
  }

  private act(process: AppProcess, services: Services): void {
    const { world, phone } = this;
    const { random, weather } = world;
    if (!services.attempts.loaded()) {
      // The key is grey; somebody taps it all the same.
      if (services.session.current() === null) this.signIn(process, services);
      else if (random.chance(0.5)) this.charge(process, services, []);
      // A journal that could not be read is read again when the app is shown again.
      phone.hide();
      world.timeline.after(300, () => phone.show());
      return;
    }
    if (services.session.current() === null) {
      this.signIn(process, services);
      return;
    }
    phone.atWorkAt = world.timeline.now;
    if (weather.strikes('shiftChanged', 0.004)) {
      this.user = random.pick(this.users);
      this.signIn(process, services);
    }
    this.look(services);
    const attempts = services.attempts.all();
    for (const attempt of attempts) if (random.chance(0.3)) this.tend(process, services, attempt);
    if (phone.page !== null) {
      // 先收下一单, or the back gesture: the wait goes on without the page.
      if (!random.chance(0.35)) return;
      weather.count('backGesture');
      this.showPage(services, null);
    }
    if (world.wantsMore() && random.chance(0.6)) this.charge(process, services, attempts);
  }

  /** A result on its own page is read and left; one in the strip is read away. */
  private look(services: Services): void {
    const shown = this.phone.page === null ? null : services.attempts.get(this.phone.page);
    if (shown !== null && shown.state !== 'submitted' && shown.state !== 'awaiting') {
      if (this.world.random.chance(0.5)) this.showPage(services, null);
    }
    if (this.world.random.chance(0.3)) services.news.dismiss();
  }

  private showPage(services: Services, id: string | null): void {
    this.phone.page = id;
    services.news.setOnTop(id);
  }

  private signIn(process: AppProcess, { session }: Services): void {
    if (this.signingIn && this.signInRun === process.run) return;
    this.signingIn = true;
    this.signInRun = process.run;
    this.world.log(`${this.phone.name} ${this.user} signs in`);
    const over = (): void => {
      this.signingIn = false;
    };
    session.signIn(this.user, passwordOf(this.user)).then(over, over);
  }

  /** What an attempt that is not collected asks of staff. */
  private tend(process: AppProcess, services: Services, attempt: Attempt): void {
    const { random } = this.world;
    const { id, state } = attempt;
    if (attempt.server !== this.phone.serverUrl) return;
    if (state === 'unresolved') {
      if (random.chance(0.3)) void services.watcher.askNow(id);
      if (random.chance(0.2) && !this.world.weather.isCalm()) this.close(services, attempt);
    } else if (state === 'awaiting' || state === 'unknown') {
      if (random.chance(0.05)) void services.watcher.askNow(id);
      // Too early: must be refused.
      if (random.chance(0.02)) this.close(services, attempt);
    } else if (state === 'collected' && attempt.billComplete === null) {
      if (random.chance(0.1)) void services.watcher.askNow(id);
    } else if (state === 'conflict' && attempt.acknowledgedAt === null) {
      const at = this.phone.clock();
      if (random.chance(0.3)) services.attempts.apply(id, { type: 'acknowledge', at });
    } else if (state === 'declined' && attempt.recheck === 'unmoved' && this.world.wantsMore()) {
      // 重新扫码
      if (random.chance(0.1)) this.tap(process, services, attempt.bill, attempt.amount);
    }
  }

  private close(services: Services, { id, state }: Attempt): void {
    const { weather, judge } = this.world;
    const post = judge.postOf.get(id);
    const paid = (post?.chargedAt ?? null) !== null;
    const wrong = weather.strikes('closedWrongly', 0.2);
    if (!wrong && state === 'unresolved') weather.count('closedRightly');
    const closing =
      paid !== wrong
        ? services.closing.paid(id, '客人出示账单')
        : services.closing.notPaid(id, '客人账单没有');
    closing.catch((error: unknown) => this.refused(error));
  }

  private charge(process: AppProcess, services: Services, attempts: readonly Attempt[]): void {
    const { world, phone } = this;
    const { random } = world;
    // Now and then again the bill that was charged last: it may be blocked, or partly paid.
    const last = attempts[attempts.length - 1];
    const again = last !== undefined && random.chance(0.25);
    const bill = again ? world.billOf(phone.serverUrl, last.bill) : world.openBill(phone.serverUrl);
    if (bill === null) return;
    const left = bill.due - bill.shown;
    const most = Math.max(1, left);
    const amount = random.chance(0.55)
      ? most
      : random.chance(0.8)
        ? random.whole(1, most)
        : most + random.whole(1, 500);
    const written = random.chance(0.2) ? ` ${bill.number.toLowerCase()}` : bill.number;
    this.tap(process, services, written, amount);
  }

  private tap(process: AppProcess, services: Services, billText: string, amount: number): void {
    const { world, phone } = this;
    const { collector } = services;
    if (collector.busy()) return;
    const bill = parseBillNumber(billText);
    phone.tapped = { bill: foldNumber(bill), fen: amount };
    world.log(`${phone.name} taps collect ${bill} ${amount} fen`);
    collector.collect(bill, fen(amount)).then(
      (id) => {
        if (id !== null && process.alive) this.showPage(services, id);
      },
      (error: unknown) => this.refused(error),
    );
    if (!world.weather.strikes('doubleTap', 0.2)) return;
    collector.collect(bill, fen(amount)).then(
      () => world.judge.verdicts.add('double tap', `${phone.name} collects twice`),
      (error: unknown) => this.refused(error),
    );
  }

  /** Being told why not is part of the work; anything the app cannot name is not. */
  private refused(error: unknown): void {
    if (error instanceof CashierError && error.code !== 'unexpected') {
      this.world.log(`${this.phone.name} is told: ${error.code}`);
      this.world.countRefusal(error.code);
      return;
    }
    this.world.judge.verdicts.add('no error without a name', String(error));
  }
}
