import { createSandbox, type Sandbox, seededRandom, VirtualClock } from '../../sandbox';

interface Asked {
  /** ms since 1970, by the phone. */
  readonly now: number;
  readonly url: string;
  readonly method: string;
  readonly header: Readonly<Record<string, string>>;
  readonly data?: string;
}

/** Who pays at once, and who is asked for the password first. */
const CUSTOMERS = ['c1', 'c3'] as const;
/** How long a customer takes to type it, ms. */
const TYPING = 6_000;

/** The other side of the counter: the sandbox's POS server and two customers, in the phone's time. */
export class Counter {
  readonly sandbox: Sandbox;
  private readonly clock: VirtualClock;
  private scans = 0;

  constructor(start: number) {
    this.clock = new VirtualClock(start);
    this.sandbox = createSandbox({ clock: this.clock, random: seededRandom(7) });
  }

  /** What the phone asks for: a scan, or the answer to a request. */
  async answer(kind: string, value: unknown): Promise<unknown> {
    if (kind === 'scan') {
      this.moveTo(value as number);
      const customer = CUSTOMERS[this.scans % CUSTOMERS.length] ?? CUSTOMERS[0];
      this.scans += 1;
      return this.sandbox.world.wallet.currentCode(customer).text;
    }
    const { now, url, method, header, data } = value as Asked;
    this.moveTo(now);
    const { host, pathname, search } = new URL(url);
    const answered = await this.sandbox.app.inject({
      method: method === 'POST' ? 'POST' : 'GET',
      url: pathname + search,
      headers: { ...header, host },
      ...(data === undefined ? {} : { payload: data }),
    });
    const headers = Object.entries(answered.headers).map(([name, text]) => [name, String(text)]);
    return {
      statusCode: answered.statusCode,
      header: Object.fromEntries(headers) as unknown,
      data: answered.body,
    };
  }

  /** What was collected: `bill yuan` a charge, in order. */
  charges(): string[] {
    return this.sandbox.world.till.ledger
      .charges()
      .map(({ billNumber, fen }) => `${billNumber} ${(fen / 100).toFixed(2)}`);
  }

  private moveTo(now: number): void {
    this.clock.advance(Math.max(0, now - this.clock.now()));
    const { till } = this.sandbox.world;
    till.catchUp();
    for (const one of till.confirmations()) {
      if (one.kind !== 'password' || one.state !== 'waiting') continue;
      if (now - one.startedAt >= TYPING) till.confirm(one.serial);
    }
  }
}
