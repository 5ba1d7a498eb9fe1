import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { failureText } from './failures.mjs';
import { isGood, judge, withoutFailures } from './totals.mjs';

const require = createRequire(import.meta.url);

/**
 * @typedef {object} Runner
 * @property {string} name
 * @property {string} cli the runner's own start file, by module path
 * @property {string[]} args
 * @property {string} report the JSON file it writes
 * @property {(report: any) => import('./totals.mjs').Totals} totals reads that file
 * @property {(report: any) => import('./failures.mjs').Failure[]} failures reads that file
 * @property {(report: any) => string[]} [again] the arguments that run those that failed by themselves,
 *   several times; empty: that would tell nothing
 */

/**
 * What a runner found.
 * @typedef {object} Found
 * @property {string} name
 * @property {number} seconds
 * @property {import('./totals.mjs').Totals} totals
 * @property {import('./failures.mjs').Failure[]} failures
 * @property {import('./failures.mjs').Failure[]} unsteady failed once, and never again
 */

/**
 * Runs one test runner to its end and tells what it found.
 * @param {Runner} runner
 * @returns {Found}
 */
export function runTests(runner) {
  const startedAt = Date.now();
  const { totals, failures, report } = runOnce(runner, runner.args);
  const again = runner.again?.(report) ?? [];
  const repeated = again.length > 0 ? runOnce(runner, again).totals : null;
  const seconds = (Date.now() - startedAt) / 1000;
  const found = { name: runner.name, seconds };
  return repeated !== null && isGood(repeated)
    ? { ...found, totals: withoutFailures(totals), failures: [], unsteady: failures }
    : { ...found, totals, failures, unsteady: [] };
}

/** Told even where all passes: somebody should look at it. */
const UNSTEADY = 'UNSTEADY (failed once, then passed by itself every time)';

/** Prints what failed, and what was not steady. @param {Found} found */
export function tell({ failures, unsteady }) {
  if (unsteady.length > 0) console.log(failureText(unsteady, UNSTEADY));
  if (failures.length > 0) console.log(failureText(failures));
}

/** @param {Runner} runner @param {string[]} args */
function runOnce({ cli, report, totals, failures }, args) {
  rmSync(report, { force: true });
  mkdirSync(path.dirname(report), { recursive: true });
  const { status } = spawnSync(process.execPath, [require.resolve(cli), ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return {
    totals: judge(readReport(report, totals), status),
    failures: readReport(report, failures) ?? [],
    report: readReport(report, (whole) => whole),
  };
}

/**
 * @template T
 * @param {string} file
 * @param {(report: any) => T} read
 * @returns {T | undefined} undefined when there is no report
 */
function readReport(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
