/**
 * @typedef {object} Totals
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/** @type {Totals} */
const NO_TOTALS = { passed: 0, failed: 0, skipped: 0 };

/**
 * From `jest --json`. A file that does not even load holds no failed test, so it counts as one.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number,
 *   numTodoTests: number, numRuntimeErrorTestSuites: number }} report
 * @returns {Totals}
 */
export const jestTotals = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
  skipped: report.numPendingTests + report.numTodoTests,
});

/**
 * From Playwright's JSON reporter. A test that passed only when repeated is not to be trusted with
 * money: it counts as failed. So does an error outside any test.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   errors: unknown[] }} report
 * @returns {Totals}
 */
export const playwrightTotals = ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
  skipped: stats.skipped,
});

/**
 * What a runner's report and exit code say together: a non-zero exit is a failure even when the
 * report shows none (a broken set-up, a runner that died), and so is a missing report.
 * @param {Totals | undefined} totals undefined when there is no report
 * @param {number | null} exitCode
 * @returns {Totals}
 */
export function judge(totals, exitCode) {
  if (totals === undefined) return { ...NO_TOTALS, failed: 1 };
  const silentFailure = exitCode !== 0 && totals.failed === 0;
  return silentFailure ? { ...totals, failed: 1 } : totals;
}

/** @param {Totals[]} parts @returns {Totals} */
export const addTotals = (parts) =>
  parts.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    NO_TOTALS,
  );

/** What failed once and never again has passed. @param {Totals} totals @returns {Totals} */
export const withoutFailures = ({ passed, failed, skipped }) => ({
  passed: passed + failed,
  failed: 0,
  skipped,
});

/** `12 passed, 0 failed`, with `, 1 skipped` when there is any. @param {Totals} totals */
export const totalsLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** A run is good when something ran and nothing failed. @param {Totals} totals */
export const isGood = ({ passed, failed }) => passed > 0 && failed === 0;
