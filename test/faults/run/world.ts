import { Judge } from '../judge/judge';
import { type Bill, foldNumber } from '../model/bills';
import { Gate } from '../model/gate';
import type { Code, CustomerPlan } from '../model/post';
import { PosServer } from '../model/pos-server';
import { Random } from '../model/random';
import { Timeline } from '../model/timeline';
import { Weather } from '../model/weather';
import { Phone } from '../phone/phone';
import { Staff } from '../phone/staff';
import { Mischief } from './mischief';

const OPEN_BILLS = 5;
const SERVERS = ['https://pos-a.example.com', 'https://pos-b.example.com/erp'] as const;

export interface WorldOptions {
  readonly seed: number;
  /** Attempts after which the shop closes. */
  readonly payments: number;
  readonly trace: ((line: string) => void) | null;
}

/** One shop on virtual time: two servers, a few tills, customers, and what goes wrong. */
export class World {
  readonly random: Random;
  readonly timeline = new Timeline();
  readonly weather: Weather;
  readonly codes = new Map<string, Code>();
  readonly users = ['1001', '1002'] as const;
  readonly servers: readonly PosServer[];
  readonly mainServer: PosServer;
  readonly judge: Judge;
  readonly mischief: Mischief;
  readonly phones: readonly Phone[];
  /** How often staff were told why not, by code. */
  readonly refusals = new Map<string, number>();
  /** Attempts that were durably submitted. */
  payments = 0;
  private touched: Phone[] = [];
  private bills = 0;
  private codesIssued = 0;
  private ids = 0;
  private readonly startedAt: number;

  constructor(private readonly options: WorldOptions) {
    const random = new Random(options.seed);
    this.random = random;
    this.weather = new Weather(random);
    this.startedAt = this.timeline.now;
    this.judge = new Judge(this, this.users);
    this.mischief = new Mischief(this);
    const server = (baseUrl: string): PosServer =>
      new PosServer({
        baseUrl,
        timeline: this.timeline,
        random,
        weather: this.weather,
        gate: new Gate(random.chance(0.5), random.chance(0.6)),
        codes: this.codes,
        echoesNumber: random.chance(0.5),
        overpaymentAllowed: random.chance(0.5),
        onCharge: (post) => this.judge.onCharge(post),
      });
    this.mainServer = server(SERVERS[0]);
    this.servers = [this.mainServer, server(SERVERS[1])];
    const variant = {
      readReceipt: random.chance(0.8),
      queryWechat: random.chance(0.3),
      // A day here is short: some shifts end in its middle.
      shiftHours: this.weather.strikes('shortShift', 0.5) ? random.pick([0.05, 0.1, 0.3]) : 12,
    };
    this.phones = Array.from(
      { length: random.whole(1, 3) },
      (_, i) => new Phone(this, `till${i + 1}`, variant),
    );
    this.open();
  }

  private open(): void {
    const { random } = this;
    for (let i = 0; i < OPEN_BILLS; i += 1) this.addBill();
    for (const phone of this.phones) {
      phone.clockOffset = random.whole(-50_000, 50_000);
      if (this.weather.strikes('clockWrong', 0.3)) phone.clockOffset = random.pick([-6e5, 6e5]);
      phone.start();
      new Staff(this, phone, this.users).start();
      this.mischief.plague(phone);
    }
    this.mischief.plagueServers();
  }

  /** A phone's own code is about to run: it must be judged after this step. */
  touch(phone: Phone): void {
    if (!this.touched.includes(phone)) this.touched.push(phone);
  }

  takeTouched(): readonly Phone[] {
    const phones = this.touched;
    if (phones.length > 0) this.touched = [];
    return phones;
  }

  wantsMore(): boolean {
    return !this.weather.isCalm() && this.payments < this.options.payments;
  }

  /** The same bill number stands on both servers, with other amounts. */
  private addBill(): void {
    this.bills += 1;
    const number = `XS${String(this.bills).padStart(4, '0')}`;
    for (const { bills } of this.servers) {
      bills.set(number, { number, due: this.random.whole(1, 99_999), shown: 0, paid: 0 });
    }
  }

  billOf(serverUrl: string, number: string): Bill | null {
    return this.serverAt(serverUrl).bills.get(foldNumber(number)) ?? null;
  }

  /** One of the bills the shop is at: the last few that are not all paid. */
  openBill(serverUrl: string): Bill | null {
    const { bills } = this.serverAt(serverUrl);
    const recent = [...bills.values()].slice(-OPEN_BILLS);
    const open = recent.filter(({ shown, due }) => shown < due);
    if (open.length < 3) this.addBill();
    return open.length === 0 ? null : this.random.pick(open);
  }

  serverAt(url: string): PosServer {
    const server = this.servers.find(({ baseUrl }) => url.startsWith(baseUrl));
    if (server === undefined) throw new Error(`no server at ${url}`);
    return server;
  }

  issueCode(): string {
    const { random } = this;
    this.codesIssued += 1;
    const unique = String(this.codesIssued).padStart(6, '0');
    const text = `1${random.whole(0, 5)}${random.digits(10)}${unique}`;
    const issuedAt = this.timeline.now - (random.chance(0.03) ? 70_000 : random.whole(0, 20_000));
    this.codes.set(text, { text, plan: this.plan(), issuedAt, spent: false, scans: [] });
    return text;
  }

  private plan(): CustomerPlan {
    const { random } = this;
    const draw = random.fraction();
    if (draw < 0.45) return { kind: 'pays' };
    if (draw < 0.8) {
      const late = this.weather.strikes('paysAfterWatch', 0.15);
      return {
        kind: 'confirms',
        ms: late ? random.whole(46_000, 150_000) : random.whole(2_000, 40_000),
        late,
      };
    }
    if (draw < 0.86) return { kind: 'cancels', ms: random.whole(1_000, 30_000) };
    return { kind: draw < 0.92 ? 'ignores' : 'cannotPay' };
  }

  /** Hex that never repeats: ids of attempts must differ, and need not be secret here. */
  hex(length: number): string {
    this.ids += 1;
    const random = Math.floor(this.random.fraction() * 0xffff).toString(16);
    return `${this.ids.toString(16).padStart(4, '0')}${random}`.padEnd(length, '0');
  }

  countRefusal(code: string): void {
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
  }

  log(line: string): void {
    const { trace } = this.options;
    if (trace === null) return;
    const seconds = (this.timeline.now - this.startedAt) / 1000;
    trace(`${seconds.toFixed(3).padStart(10)}  ${line}`);
  }
}
