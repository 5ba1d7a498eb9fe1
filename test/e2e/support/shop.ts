import type { Clock, Instant, Seed } from '../../../sandbox';
import { startSimulator, type RunningSimulator } from '../../../simulator/server/start';

/** The machine's time, moved on by as much as a test has let pass. */
export class ShiftedClock implements Clock {
  private shiftMs = 0;

  now(): Instant {
    return Date.now() + this.shiftMs;
  }

  pass(ms: number): void {
    this.shiftMs += ms;
  }
}

/** One simulator with its POS server; the tests of a worker use it one after the other. */
export interface Shop {
  readonly simulator: RunningSimulator;
  readonly clock: ShiftedClock;
}

/** @param seed users, customers and bills; default: those of every sandbox */
export async function startShop({ seed }: { readonly seed?: Seed } = {}): Promise<Shop> {
  const clock = new ShiftedClock();
  const sandbox = seed === undefined ? { clock } : { clock, seed };
  const simulator = await startSimulator({ port: 0, watch: false, sandbox });
  return { simulator, clock };
}
