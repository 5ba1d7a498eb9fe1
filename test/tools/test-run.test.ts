import {
  failureText,
  jestFailures,
  playwrightAgain,
  playwrightFailures,
} from '../../tools/test-run/failures.mjs';
import {
  addTotals,
  isGood,
  jestTotals,
  judge,
  playwrightTotals,
  totalsLine,
  withoutFailures,
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
      line: 1,
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

describe('running again what failed', () => {
  const spec = (line: number, ...statuses: string[]) => ({
    file: 'a.spec.ts',
    line,
    title: `line ${line}`,
    tests: statuses.map((status) => ({ status, results: [] })),
  });
  const report = (status: string, ...lines: number[]) => ({
    suites: [
      {
        specs: [spec(1, 'expected')],
        suites: [{ specs: lines.map((line) => spec(line, status)) }],
      },
    ],
    errors: [],
  });

  test('a few: each by itself, several times; tests of one loop stand in one place', () => {
    expect(playwrightAgain(report('flaky', 7, 9, 7))).toEqual([
      'test',
      'a.spec.ts:7',
      'a.spec.ts:9',
      '--repeat-each=3',
      '--workers=1',
      '--retries=0',
    ]);
  });

  test.each([
    ['none failed', report('flaky')],
    ['too many for chance', report('flaky', 1, 2, 3, 4)],
    ['one that failed twice', report('unexpected', 1)],
    ['something outside any test', { ...report('flaky', 1), errors: ['no browser'] }],
    ['no report', undefined],
  ])('%s: not at all', (_name, told) => {
    expect(playwrightAgain(told)).toEqual([]);
  });

  test('what never failed again has passed, and is told apart', () => {
    const totals = withoutFailures({ passed: 5, failed: 2, skipped: 1 });
    expect(totalsLine(totals)).toBe('7 passed, 0 failed, 1 skipped');
    expect(failureText([{ test: 'a', message: 'why' }], 'UNSTEADY')).toBe('UNSTEADY a\n    why');
  });
});
