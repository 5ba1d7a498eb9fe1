import { addTotals } from '../test-run/totals.mjs';
import { TESTS } from './checks.mjs';

/** @typedef {import('../test-run/totals.mjs').Totals} Totals */

const COUNTED = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm;

/**
 * What a check adds to the last line: the tests as many as they are, any other as one.
 * @param {{ readonly name: string, readonly prepares?: boolean }} check
 * @param {Pick<import('../jobs/schedule.mjs').Ended, 'passed' | 'text'>} ended
 * @returns {Totals}
 */
export function totalsOf({ name, prepares = false }, { passed, text }) {
  const one = { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
  if (prepares) return { ...one, passed: 0, failed: 0 };
  if (name !== TESTS) return one;
  const told = [...text.matchAll(COUNTED)]
    .at(-1)
    ?.slice(1)
    .map((count = '0') => Number(count));
  const [good = 0, failed = 0, skipped = 0] = told ?? [];
  // A run that broke without saying which test is a failure all the same.
  return { passed: good, failed: passed ? failed : Math.max(1, failed), skipped };
}

/** @param {readonly Totals[]} all @returns {Totals} */
export const sum = (all) => addTotals([...all]);

const LAST_LINES = 40;

/**
 * What is told once more at the end, since of a long log often the end alone is kept.
 * @param {{ readonly name: string, readonly prepares?: boolean }} check
 * @param {Pick<import('../jobs/schedule.mjs').Ended, 'passed' | 'text'>} ended
 * @returns {string} empty: nothing
 */
export function toldAgain({ name, prepares = false }, { passed, text }) {
  if (name === TESTS) {
    const from = /^(FAILED|UNSTEADY) /m.exec(text)?.index;
    if (from !== undefined) return text.slice(from);
  }
  if (passed || prepares) return '';
  const lines = text.trimEnd().split('\n').slice(-LAST_LINES).join('\n');
  return `== ${name} failed; its last lines:\n${lines}\n`;
}
