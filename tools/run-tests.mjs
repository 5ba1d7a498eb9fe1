// `npm test`: every test of the project, and one line at the end that says how many.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChineseFont, ensureChromium } from './browser.mjs';
import { jestFailures, playwrightAgain, playwrightFailures } from './test-run/failures.mjs';
import { runTests, tell } from './test-run/runner.mjs';
import { addTotals, isGood, jestTotals, playwrightTotals, totalsLine } from './test-run/totals.mjs';

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const reports = path.resolve('.cache/reports');

/** @type {import('./test-run/runner.mjs').Runner[]} */
const runners = [
  {
    name: 'jest',
    cli: 'jest/bin/jest',
    args: ['--json', `--outputFile=${path.join(reports, 'jest.json')}`],
    report: path.join(reports, 'jest.json'),
    totals: jestTotals,
    failures: jestFailures,
  },
  {
    name: 'playwright',
    cli: '@playwright/test/cli',
    args: ['test'],
    report: path.join(reports, 'playwright.json'), // set in playwright.config.mts
    totals: playwrightTotals,
    failures: playwrightFailures,
    again: playwrightAgain,
  },
];

try {
  ensureChromium();
  ensureChineseFont();
  const results = runners.map(runTests);
  console.log('');
  for (const result of results) tell(result);
  for (const { name, seconds, totals } of results) {
    console.log(`${name.padEnd(12)}${totalsLine(totals)} in ${seconds.toFixed(1)} s`);
  }
  const sum = addTotals(results.map((result) => result.totals));
  console.log(totalsLine(sum));
  process.exitCode = isGood(sum) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
