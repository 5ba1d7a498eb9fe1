import { inWorker } from './in-worker';
import { addTotals, noTotals, type Totals } from './totals';

/** The seeds one worker runs: `first`, then every `stride`-th below `end`. */
export interface Share {
  readonly first: number;
  readonly end: number;
  readonly stride: number;
  /** Stop at the first seed that fails. */
  readonly failFast: boolean;
}

/**
 * Runs seeds on several threads. Which thread runs a seed changes nothing about it, so the sums are
 * the same for any number of workers.
 *
 * @param script the compiled worker
 */
export async function runMany(
  script: string,
  seed: number,
  seeds: number,
  workers: number,
  failFast = false,
): Promise<Totals> {
  const totals = noTotals();
  const end = seed + seeds;
  const shares = Array.from({ length: Math.min(workers, seeds) }, (_, i): Share => {
    return { first: seed + i, end, stride: workers, failFast };
  });
  const parts = shares.map((share) => inWorker<Totals>(script, share));
  for (const part of await Promise.all(parts)) addTotals(totals, part);
  return totals;
}
