import { Worker } from 'node:worker_threads';
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
  for (const part of await Promise.all(shares.map((share) => runShare(script, share)))) {
    addTotals(totals, part);
  }
  return totals;
}

function runShare(script: string, share: Share): Promise<Totals> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, {
      workerData: share,
      // Little of a seed outlives it: room for the young saves the collector most of its work.
      resourceLimits: { maxYoungGenerationSizeMb: 128 },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`worker ended with ${code}`));
    });
  });
}
