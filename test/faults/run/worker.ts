import { parentPort, workerData } from 'node:worker_threads';
import type { Share } from './many';
import { simulate } from './simulate';
import { addSeed, noTotals } from './totals';

/** Runs its share of the seeds and tells what they come to. */
async function work({ first, end, stride, failFast }: Share): Promise<void> {
  // Errors are the app's way of saying no; nobody reads where they were made.
  Error.stackTraceLimit = 0;
  const totals = noTotals();
  for (let seed = first; seed < end; seed += stride) {
    const unhandled: string[] = [];
    const note = (reason: unknown): void => void unhandled.push(String(reason));
    process.on('unhandledRejection', note);
    const result = await simulate(seed);
    process.off('unhandledRejection', note);
    addSeed(totals, {
      ...result,
      violations: [
        ...result.violations,
        ...unhandled.map((text) => ({ rule: 'no error without a name', text, at: 0 })),
      ],
    });
    if (failFast && totals.failures.length > 0) break;
  }
  parentPort?.postMessage(totals);
}

void work(workerData as Share);
