import { failureText, jestFailures, playwrightFailures } from '../../tools/test-run/failures.mjs';
import {
  addTotals,
  isGood,
  jestTotals,
  judge,
  playwrightTotals,
  totalsLine,
} from '../../tools/test-run/totals.mjs';

const jestReport = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  numRuntimeErrorTestSuites: 1,
};

describe('counting', () => {
  test('a test file that does not load counts as failed', () => {
    expect(jestTotals(jestReport)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  test('a flaky end-to-end test and an error outside any test count as failed', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 1 };
    expect(playwrightTotals({ stats, errors: ['config'] })).toEqual({
      passed: 4,
      failed: 3,
      skipped: 1,
    });
  });

  test.each([
    ['no report', undefined, 0, { passed: 0, failed: 1, skipped: 0 }],
    ['a silent failure', { passed: 3, failed: 0, skipped: 0 }, 1, { passed: 3, failed: 1 }],
    ['a killed runner', { passed: 3, failed: 0, skipped: 0 }, null, { passed: 3, failed: 1 }],
    ['told failures', { passed: 3, failed: 2, skipped: 0 }, 1, { passed: 3, failed: 2 }],
    ['success', { passed: 3, failed: 0, skipped: 0 }, 0, { passed: 3, failed: 0 }],
  ])('judging %s', (_name, totals, exitCode, expected) => {
    expect(judge(totals, exitCode)).toMatchObject(expected);
  });

  test('the last line', () => {
    const sum = addTotals([
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 2, failed: 1, skipped: 0 },
    ]);
    expect(totalsLine(sum)).toBe('3 passed, 1 failed');
    expect(totalsLine({ ...sum, skipped: 4 })).toBe('3 passed, 1 failed, 4 skipped');
  });

  test.each([
    [{ passed: 0, failed: 0, skipped: 3 }, false],
    [{ passed: 9, failed: 1, skipped: 0 }, false],
    [{ passed: 9, failed: 0, skipped: 1 }, true],
  ])('%j is good: %s', (totals, good) => {
    expect(isGood(totals)).toBe(good);
  });
});

describe('telling', () => {
  const passed = { status: 'passed', fullName: 'adds', failureMessages: [] };

  test('each failed jest test, and a file that does not load', () => {
    const testResults = [
      { name: 'good.test.ts', status: 'passed', message: '', assertionResults: [passed] },
      {
        name: `${process.cwd()}/test/bad.test.ts`,
        status: 'failed',
        message: 'all of it',
        assertionResults: [
          passed,
          {
            status: 'failed',
            fullName: 'sums',
            failureMessages: ['\u001B[31mone\u001B[39m', 'two'],
          },
        ],
      },
      { name: 'broken.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    ];
    expect(jestFailures({ testResults })).toEqual([
      { test: 'test/bad.test.ts › sums', message: 'one\ntwo' },
      { test: 'broken.test.ts', message: 'no such module' },
    ]);
  });

  test('unexpected and flaky end-to-end tests, however deep, and errors outside any', () => {
    const spec = (title: string, status: string, stack?: string) => ({
      file: 'a.spec.ts',
      title,
      tests: [{ status, results: [{}, stack === undefined ? {} : { error: { stack } }] }],
    });
    const suites = [
      {
        specs: [spec('good', 'expected')],
        suites: [{ specs: [spec('bad', 'unexpected', 'Error: no'), spec('odd', 'flaky')] }],
      },
    ];
    expect(playwrightFailures({ suites, errors: [{ message: 'no browser' }] })).toEqual([
      { test: 'outside any test', message: 'no browser' },
      { test: 'a.spec.ts › bad', message: 'Error: no' },
      { test: 'a.spec.ts › odd', message: '' },
    ]);
  });

  test('a long message is cut, and says so', () => {
    const message = Array.from({ length: 30 }, (_, line) => `line ${line}`).join('\n');
    const lines = failureText([{ test: 'long', message }]).split('\n');
    expect(lines[0]).toBe('FAILED long');
    expect(lines).toHaveLength(27);
    expect(lines.at(-1)).toBe('    … 5 more lines');
  });
});
