import { stripVTControlCharacters } from 'node:util';

/**
 * One failed test in a few lines: a long log is often read by its end alone.
 * @typedef {object} Failure
 * @property {string} test file and title
 * @property {string} message what it said, without colours
 */

/**
 * From `jest --json`. A file that does not load has no failed test, so it is told by itself.
 * @param {{ testResults: { name: string, status: string, message: string,
 *   assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] }} report
 * @returns {Failure[]}
 */
export const jestFailures = (report) =>
  report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((result) => result.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [failure(name, message)] : [];
    return failed.map((result) =>
      failure(`${name} › ${result.fullName}`, result.failureMessages.join('\n')),
    );
  });

/**
 * @typedef {object} PlaywrightSuite
 * @property {{ file: string, line: number, title: string, tests: { status: string,
 *   results: { error?: { message?: string, stack?: string } }[] }[] }[]} [specs]
 * @property {PlaywrightSuite[]} [suites]
 */

/**
 * From Playwright's JSON reporter: what `playwrightTotals` counts as failed.
 * @param {{ suites: PlaywrightSuite[], errors: { message?: string }[] }} report
 * @returns {Failure[]}
 */
export const playwrightFailures = ({ suites, errors }) => [
  ...errors.map((error) => failure('outside any test', error.message ?? '')),
  ...suites.flatMap(suiteFailures),
];

/** @param {PlaywrightSuite} suite @returns {Failure[]} */
const suiteFailures = ({ specs = [], suites = [] }) => [
  ...specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => {
        const error = results.find((result) => result.error)?.error;
        return failure(`${file} › ${title}`, error?.stack ?? error?.message ?? '');
      }),
  ),
  ...suites.flatMap(suiteFailures),
];

/** More than these do not fail by chance. */
const FEW = 3;
const TIMES = 3;

/**
 * Three browsers on two cores: a robot may act before a page does. A few tests that failed once and
 * passed when repeated with a trace are run by themselves, each several times, and must pass every time.
 * What failed twice, or outside a test, stays failed.
 * @param {{ suites: PlaywrightSuite[], errors: unknown[] } | undefined} report
 * @returns {string[]} arguments for Playwright
 */
export const playwrightAgain = (report) => {
  if (report === undefined || report.errors.length > 0) return [];
  const places = [...new Set(report.suites.flatMap(unsteadyPlaces))];
  const failedTwice = report.suites.some(hasFailedTwice);
  if (failedTwice || places.length === 0 || places.length > FEW) return [];
  return ['test', ...places, `--repeat-each=${TIMES}`, '--workers=1', '--retries=0'];
};

/** @param {PlaywrightSuite} suite @returns {string[]} */
const unsteadyPlaces = ({ specs = [], suites = [] }) => [
  ...specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ file, line }) => `${file}:${line}`),
  ...suites.flatMap(unsteadyPlaces),
];

/** @param {PlaywrightSuite} suite @returns {boolean} */
const hasFailedTwice = ({ specs = [], suites = [] }) =>
  specs.some(({ tests }) => tests.some(({ status }) => status === 'unexpected')) ||
  suites.some(hasFailedTwice);

/** @param {string} test @param {string} message @returns {Failure} */
const failure = (test, message) => ({
  test: test.replace(`${process.cwd()}/`, ''),
  message: stripVTControlCharacters(message).trim(),
});

const LINES = 25;

/**
 * The failures as text, the longest message cut.
 * @param {Failure[]} failures
 * @param {string} [word] what became of them
 */
export const failureText = (failures, word = 'FAILED') =>
  failures
    .map(({ test, message }) => {
      const lines = message.split('\n');
      const shown = lines.slice(0, LINES).map((line) => `    ${line}`);
      const cut = lines.length > LINES ? [`    … ${lines.length - LINES} more lines`] : [];
      return [`${word} ${test}`, ...shown, ...cut].join('\n');
    })
    .join('\n');
