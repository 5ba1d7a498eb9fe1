import { COMPILED, compile } from './run/build';
import { inWorker } from './run/in-worker';
import { runMany } from './run/many';
import { readOptions, USAGE } from './run/options';
import { keepOutcome } from './run/outcome';
import type { Replay } from './run/replay';
import { report, unexplained } from './run/report';
import { PAYMENTS_A_SEED } from './run/payments-a-seed';
import type { SeedResult } from './run/simulate';

/** `npm run faults`: the deterministic simulation. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const { seed, payments, workers, trace } = options;
  if (trace) return traceSeed(seed);
  const script = await compile('run/worker', COMPILED);
  const began = performance.now();
  const totals = await runMany(script, seed, Math.ceil(payments / PAYMENTS_A_SEED), workers);
  console.log(report(totals, (performance.now() - began) / 1000));
  keepOutcome(script, seed, totals);
  return totals.failures.length === 0 && unexplained(totals) === 0 ? 0 : 1;
}

/** Prints everything that happens in one seed. @returns the exit code */
async function traceSeed(seed: number): Promise<number> {
  const script = await compile('run/replay', COMPILED);
  const what: Replay = { seed, traced: true };
  const { violations, payments } = await inWorker<SeedResult>(script, what, console.log);
  console.log(`seed ${seed}: ${payments} payments, ${violations.length} violations`);
  return violations.length === 0 ? 0 : 1;
}

void main().then((code) => (process.exitCode = code));
