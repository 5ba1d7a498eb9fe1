import type { Instant } from './clock';
import type { Fen } from './money';

/** `wechat`: by payment code; `cash`: at this counter; `other-till`: by another till. */
export type Channel = 'wechat' | 'cash' | 'other-till';

/** Money that really moved. Nothing ever changes or leaves the ledger: the sandbox refunds nothing. */
export interface Charge {
  /** The payment's serial number (`autoid` on the wire). */
  readonly serial: number;
  readonly channel: Channel;
  readonly billNumber: string;
  readonly fen: Fen;
  readonly at: Instant;
  /** WeChat only: the whole code. Never shown on a page, never logged. */
  readonly code: string | null;
  /** WeChat only. */
  readonly customerId: string | null;
  /** Who collected: a login, or words such as 收银台. */
  readonly by: string;
}

/** The ground truth that tests compare the client's journal with. */
export class Ledger {
  private readonly list: Charge[] = [];

  add(charge: Charge): Charge {
    const kept = Object.freeze({ ...charge });
    this.list.push(kept);
    return kept;
  }

  charges(): readonly Charge[] {
    return this.list;
  }

  /** Collected on one bill since the sandbox started, in fen. */
  collectedFen(billNumber: string): Fen {
    return this.list.reduce(
      (sum, charge) => (charge.billNumber === billNumber ? sum + charge.fen : sum),
      0,
    );
  }
}
