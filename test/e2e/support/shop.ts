import type { Clock, Instant } from '../../../sandbox';
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

export async function startShop(): Promise<Shop> {
  const clock = new ShiftedClock();
  const simulator = await startSimulator({ port: 0, watch: false, sandbox: { clock } });
  return { simulator, clock };
}
