import path from 'node:path';
import type { Clock, Instant, Seed } from '../../../sandbox';
import { startSimulator, type RunningSimulator } from '../../../simulator/server/start';

/** The machine's time, moved on by as much as the running test has let pass. */
export class ShiftedClock implements Clock {
  private shiftMs: number;

  /** @param startMs how far ahead of the machine's time each test begins */
  constructor(private readonly startMs = 0) {
    this.shiftMs = startMs;
  }

  now(): Instant {
    return Date.now() + this.shiftMs;
  }

  pass(ms: number): void {
    this.shiftMs += ms;
  }

  reset(): void {
    this.shiftMs = this.startMs;
  }
}

/** One simulator with its POS server; the tests of a worker use it one after the other. */
export interface Shop {
  readonly simulator: RunningSimulator;
  readonly clock: ShiftedClock;
}

export interface ShopOptions {
  /** Users, customers and bills; default: those of every sandbox. */
  readonly seed?: Seed;
  readonly clock?: ShiftedClock;
}

export async function startShop({
  seed,
  clock = new ShiftedClock(),
}: ShopOptions = {}): Promise<Shop> {
  const sandbox = seed === undefined ? { clock } : { clock, seed };
  const { APP_FOLDER } = process.env;
  const app = APP_FOLDER === undefined ? {} : { root: path.resolve(APP_FOLDER) };
  const simulator = await startSimulator({
    port: 0,
    watch: false,
    sourceMaps: false,
    sandbox,
    ...app,
  });
  return { simulator, clock };
}
