import type { Charge, Fault, FaultKind, FaultRequest, Sandbox, Snapshot } from '../../../sandbox';

type Endpoint = Snapshot['recentCalls'][number]['endpoint'];

/** The POS server as a test sees it: what really happened, and what shall go wrong. */
export class PosServer {
  constructor(private readonly sandbox: Sandbox) {}

  /** The next call (barcode unless `target` says otherwise) meets this fault. */
  fault(kind: FaultKind, more: Omit<FaultRequest, 'kind'> = {}): Fault {
    return this.sandbox.faults.add({ kind, ...more });
  }

  /** No more faults. */
  heal(): void {
    this.sandbox.faults.clear();
  }

  /** Money that really moved. */
  charges(bill?: string): Charge[] {
    const { ledger } = this.sandbox.state();
    return ledger.filter((charge) => bill === undefined || charge.billNumber === bill);
  }

  /** How often a call came in over the wire, refused ones included. */
  count(bill: string, call: 'barcode' | 'mainRow' | 'receipt' = 'barcode'): number {
    return this.bill(bill).calls[call];
  }

  /** How the calls of one kind ended, oldest first: `errcode 0`, `401`, or a fault's name. */
  outcomes(endpoint: Endpoint): string[] {
    const calls = this.sandbox.state().recentCalls.filter((call) => call.endpoint === endpoint);
    return calls.map((call) => call.outcome).reverse();
  }

  bill(number: string): Snapshot['bills'][number] {
    const bill = this.sandbox.state().bills.find((one) => one.number === number);
    if (bill === undefined) throw new Error(`no bill ${number}`);
    return bill;
  }

  /** Cash at the counter, or another till: money the cashier app knows nothing of. */
  payElsewhere(bill: string, fen: number): void {
    this.sandbox.world.till.collectElsewhere(bill, fen, 'other-till', '另一台收银机');
  }

  change(settings: Partial<Snapshot['settings']>): void {
    Object.assign(this.sandbox.settings, settings);
  }
}
