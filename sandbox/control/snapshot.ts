import type { Confirmation } from '../domain/confirmation';
import type { PayState } from '../domain/bill';
import type { Charge } from '../domain/ledger';
import type { Instant } from '../domain/clock';
import type { Fen } from '../domain/money';
import type { Fault } from '../faults/fault';
import type { SandboxSettings } from '../options';
import type { CallCounts, LoggedCall } from '../pos/call-log';
import type { User } from '../seed';
import type { World } from '../world';

export interface BillSnapshot {
  number: string;
  /** The products, for people. */
  summary: string;
  dueFen: Fen;
  collectedFen: Fen;
  remainingFen: Fen;
  payState: PayState;
  calls: CallCounts;
}

export interface CustomerSnapshot {
  id: string;
  name: string;
  balanceFen: Fen;
  askPassword: boolean;
  /** The code on the phone at this moment, in clear: it is the customer's own. */
  code: { text: string; issuedAt: Instant; expiresAt: Instant };
}

/** The whole sandbox as plain data: `GET /sandbox/state`, the events, and tests. */
export interface Snapshot {
  now: Instant;
  shop: { id: string; name: string };
  settings: SandboxSettings;
  /** Made-up people, so their passwords may be shown to whoever tries the sandbox. */
  users: User[];
  bills: BillSnapshot[];
  customers: CustomerSnapshot[];
  confirmations: Confirmation[];
  ledger: Charge[];
  faults: Fault[];
  recentCalls: LoggedCall[];
}

export function snapshotOf(world: World): Snapshot {
  const { till, wallet, calls, seed } = world;
  return {
    now: world.clock.now(),
    shop: seed.shop,
    settings: { ...world.settings },
    users: [...seed.users],
    bills: billSnapshots(world),
    customers: wallet.customers().map((customer) => {
      const { text, issuedAt, expiresAt } = wallet.currentCode(customer.id);
      return { ...customer, code: { text, issuedAt, expiresAt } };
    }),
    confirmations: till.confirmations().map((item) => ({ ...item })),
    ledger: [...till.ledger.charges()],
    faults: world.faults.list(),
    recentCalls: calls.recent().map((call) => ({ ...call })),
  };
}

function billSnapshots({ till, calls }: World): BillSnapshot[] {
  return till.billNumbers().flatMap((number) => {
    const figures = till.figures(number);
    if (!figures) return [];
    const { bill, dueFen, collectedFen, remainingFen, payState } = figures;
    const summary = bill.rows.map((row) => row.productName).join('、');
    const counts = calls.counts(number);
    return [{ number, summary, dueFen, collectedFen, remainingFen, payState, calls: counts }];
  });
}
