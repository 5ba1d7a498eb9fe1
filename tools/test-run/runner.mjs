import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { judge } from './totals.mjs';

const require = createRequire(import.meta.url);

/**
 * @typedef {object} Runner
 * @property {string} name
 * @property {string} cli the runner's own start file, by module path
 * @property {string[]} args
 * @property {string} report the JSON file it writes
 * @property {(report: any) => import('./totals.mjs').Totals} totals reads that file
 * @property {(report: any) => import('./failures.mjs').Failure[]} failures reads that file
 */

/**
 * Runs one test runner to its end and tells what it found.
 * @param {Runner} runner
 */
export function runTests({ name, cli, args, report, totals, failures }) {
  rmSync(report, { force: true });
  mkdirSync(path.dirname(report), { recursive: true });
  const startedAt = Date.now();
  const { status } = spawnSync(process.execPath, [require.resolve(cli), ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const seconds = (Date.now() - startedAt) / 1000;
  return {
    name,
    seconds,
    totals: judge(readReport(report, totals), status),
    failures: readReport(report, failures) ?? [],
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
