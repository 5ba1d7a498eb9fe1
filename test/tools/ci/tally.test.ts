import { readFileSync } from 'node:fs';
import { checks, TESTS } from '../../../tools/ci/checks.mjs';
import { sum, toldAgain, totalsOf } from '../../../tools/ci/tally.mjs';

const tests = { name: TESTS };
const lint = { name: 'npm run lint' };
const counts = (passed: number, failed: number, skipped = 0): object => ({
  passed,
  failed,
  skipped,
});

describe('the last line counts', () => {
  test('each test by the last total that was told, and every other check as one', () => {
    const text = 'jest 1 passed, 0 failed\n4 passed, 1 failed\n9 passed, 2 failed, 3 skipped\n';
    const all = [
      totalsOf(tests, { passed: false, text }),
      totalsOf(lint, { passed: true, text: '7 passed, 7 failed\n' }),
      totalsOf({ name: 'npm run fuzz' }, { passed: false, text: '' }),
      totalsOf({ name: 'download', prepares: true }, { passed: false, text: '' }),
    ];
    expect(sum(all)).toEqual(counts(10, 3, 3));
  });

  test('tests that broke without a total, or beside a good one, as a failure', () => {
    expect(totalsOf(tests, { passed: false, text: 'oh\n' })).toEqual(counts(0, 1));
    expect(totalsOf(tests, { passed: false, text: '5 passed, 0 failed\n' })).toEqual(counts(5, 1));
  });
});

describe('told again at the end', () => {
  test('the tests that failed or were unsteady, from the first on', () => {
    const text = 'dots\nUNSTEADY a\n    why\nFAILED b\n4 passed, 1 failed\n';
    expect(toldAgain(tests, { passed: false, text })).toBe(text.slice('dots\n'.length));
    expect(toldAgain(tests, { passed: true, text })).toContain('UNSTEADY a');
  });

  test('the last lines of another check that failed', () => {
    const text = Array.from({ length: 60 }, (_, line) => `line ${line}\n`).join('');
    const again = toldAgain(lint, { passed: false, text });
    expect(again.split('\n')[0]).toBe('== npm run lint failed; its last lines:');
    expect(again).toContain('line 20\n');
    expect(again).not.toContain('line 19\n');
  });

  test('nothing of what passed, nor of what only prepares', () => {
    expect(toldAgain(lint, { passed: true, text: 'all good' })).toBe('');
    expect(toldAgain({ name: 'x', prepares: true }, { passed: false, text: 'no network' })).toBe(
      '',
    );
  });
});

describe('the list of checks', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>;
  };

  test('holds scripts that there are, and none of those that check is missing', () => {
    const named = checks.map(({ command }) => command[2] ?? '').filter((name) => name in scripts);
    expect(named.sort()).toEqual([
      'engines',
      'faults',
      'faults:explore',
      'faults:mutants',
      'fuzz',
      'lint',
      'wechat:check',
      'wechat:e2e',
      'wechat:test',
    ]);
  });

  test('who runs the package waits until it is made', () => {
    for (const name of ['npm run engines', 'npm run wechat:e2e']) {
      expect(checks.find((check) => check.name === name)?.after).toContain('npm run wechat:check');
    }
  });
});
