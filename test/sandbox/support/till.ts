import type { CollectOutcome, Decision } from '../../../sandbox/domain/collect';
import { VirtualClock } from '../../../sandbox/domain/clock';
import { seededRandom } from '../../../sandbox/domain/random';
import { Till } from '../../../sandbox/domain/till';
import { Wallet } from '../../../sandbox/domain/wallet';
import { defaultSeed } from '../../../sandbox/seed';

/** The domain alone: no server, no HTTP, no real time. */
export class Counter {
  readonly clock = new VirtualClock();
  readonly wallet = new Wallet(this.clock, seededRandom(3), defaultSeed.customers);
  readonly till = new Till(this.clock, this.wallet, defaultSeed.bills, () => this.overpay);
  overpay = false;

  /** Collects with the code on the customer's phone. */
  collect(billNumber: string, fen: number, customerId = 'c1', decision?: Decision): CollectOutcome {
    const code = this.wallet.currentCode(customerId).text;
    return this.till.collect({ billNumber, fen, code, by: '1001' }, decision);
  }

  balance(customerId: string): number {
    return this.wallet.customer(customerId)?.balanceFen ?? NaN;
  }

  collected(billNumber: string): number {
    return this.till.figures(billNumber)?.collectedFen ?? NaN;
  }
}
