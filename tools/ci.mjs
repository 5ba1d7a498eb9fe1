// `.ci/run` after its `npm ci`: every check of the project. The last line is `N passed, N failed`; what
// failed is told once more right above it.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checks } from './ci/checks.mjs';
import { sum, toldAgain, totalsOf } from './ci/tally.mjs';
import { endJobsWithUs, runJob } from './jobs/process.mjs';
import { runAll } from './jobs/schedule.mjs';
import { isGood, totalsLine } from './test-run/totals.mjs';

const CORES = 2;

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const logs = path.resolve('.cache/ci');
// A check that may be left out is none.
const env = { ...process.env, ENGINES: process.env['ENGINES'] || 'required' };
/** @param {string} text */
const tell = (text) => process.stdout.write(text);

/** @type {import('./test-run/totals.mjs').Totals[]} */
const totals = [];
let again = '';
// However this ends, the last line says so.
process.once('exit', () => tell(`${again}${totalsLine(sum(totals))}\n`));
endJobsWithUs((text) => {
  tell(text);
  totals.push({ passed: 0, failed: 1, skipped: 0 });
});

await runAll(checks, CORES, async (check) => {
  tell(`-- ${check.name} begins\n`);
  const ended = await runJob(check, logs, env);
  tell(`== ${check.name}\n${ended.text}== ${check.name}: ${ended.seconds.toFixed(0)} s\n`);
  totals.push(totalsOf(check, ended));
  again += toldAgain(check, ended);
});
process.exitCode = isGood(sum(totals)) ? 0 : 1;
