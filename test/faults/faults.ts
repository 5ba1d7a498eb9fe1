import { pathToFileURL } from 'node:url';
import { compile, PROJECT } from './run/build';
import { runMany } from './run/many';
import { readOptions, USAGE } from './run/options';
import { report, unexplained } from './run/report';
import { PAYMENTS_A_SEED } from './run/payments-a-seed';
import type * as Trace from './run/trace';

/** `npm run faults`: the deterministic simulation. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const { seed, payments, workers, trace } = options;
  if (trace) {
    const script = await compile('run/trace', PROJECT);
    const { traceSeed } = (await import(pathToFileURL(script).href)) as typeof Trace;
    return traceSeed(seed);
  }
  const script = await compile('run/worker', PROJECT);
  const began = performance.now();
  const totals = await runMany(script, seed, Math.ceil(payments / PAYMENTS_A_SEED), workers);
  console.log(report(totals, (performance.now() - began) / 1000));
  return totals.failures.length === 0 && unexplained(totals) === 0 ? 0 : 1;
}

void main().then((code) => (process.exitCode = code));
