import { sameBillKey } from '../domain/bill';
import type { Clock, Instant } from '../domain/clock';
import type { Endpoint } from '../faults/fault';

/** One call as the panel lists it. Holds no code, no key and no header. */
export interface LoggedCall {
  id: number;
  at: Instant;
  endpoint: Endpoint;
  billNumber: string | null;
  /** In words: `errcode 0`, `401`, or the name of a fault. */
  outcome: string;
}

/** How often a bill was asked about, counted as the calls come in, refused ones included. */
export interface CallCounts {
  barcode: number;
  mainRow: number;
  rows: number;
  receipt: number;
  wechatQuery: number;
}

const COUNTED: Partial<Record<Endpoint, keyof CallCounts>> = {
  barcode: 'barcode',
  'main-row': 'mainRow',
  rows: 'rows',
  receipt: 'receipt',
  'wechat-query': 'wechatQuery',
};

const KEEP = 60;

/** What came in over the wire: the other half of the ground truth beside the ledger. */
export class CallLog {
  private readonly byBill = new Map<string, CallCounts>();
  private readonly calls: LoggedCall[] = [];
  private lastId = 0;

  constructor(private readonly clock: Clock) {}

  /** Notes a call at its arrival. @returns the entry, whose outcome is written later. */
  arrive(endpoint: Endpoint, billNumber: string | null): LoggedCall {
    this.lastId += 1;
    const at = this.clock.now();
    const call: LoggedCall = { id: this.lastId, at, endpoint, billNumber, outcome: '…' };
    this.calls.unshift(call);
    this.calls.length = Math.min(this.calls.length, KEEP);
    const counted = COUNTED[endpoint];
    if (counted && billNumber !== null) {
      const key = sameBillKey(billNumber);
      const counts = this.counts(key);
      counts[counted] += 1;
      this.byBill.set(key, counts);
    }
    return call;
  }

  /** Counts of one bill; zeros where nobody asked. */
  counts(billNumber: string): CallCounts {
    const found = this.byBill.get(sameBillKey(billNumber));
    return { ...(found ?? { barcode: 0, mainRow: 0, rows: 0, receipt: 0, wechatQuery: 0 }) };
  }

  /** The newest calls, newest first. */
  recent(): readonly LoggedCall[] {
    return this.calls;
  }
}
