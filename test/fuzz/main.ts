import fc from 'fast-check';
import { targets } from './targets';

/** Every parser of outside data meets this many generated inputs; `FUZZ_RUNS` sets another number. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? '100000');

async function main(): Promise<void> {
  let failures = 0;
  console.log('parser                inputs  seconds  failures');
  for (const { name, property } of targets) {
    const startedAt = Date.now();
    const result = await fc.check(property, { numRuns: RUNS });
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    const columns = [String(result.numRuns).padStart(9), seconds.padStart(9)];
    console.log(
      `${name.padEnd(18)}${columns.join('')}${String(result.failed ? 1 : 0).padStart(10)}`,
    );
    if (!result.failed) continue;
    failures += 1;
    console.log(fc.defaultReportMessage(result));
  }
  console.log(`${String(targets.length)} parsers, ${String(failures)} failures`);
  process.exitCode = failures === 0 ? 0 : 1;
}

void main();
