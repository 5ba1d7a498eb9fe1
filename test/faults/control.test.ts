import { type Control, whyNoControl } from './mutants/control';
import type { Outcome } from './run/outcome';

const CONTROL: Control = { sources: 'abc', seeds: 320, payments: 8_000 };
const PROOF: Outcome = {
  sources: 'abc',
  firstSeed: 1,
  seeds: 320,
  payments: 8_000,
  failures: 0,
  unexplained: 0,
};

test.each<[string, Partial<Outcome>]>([
  ['as many seeds and payments', {}],
  ['more of both', { seeds: 800, payments: 20_177 }],
])('a run of npm run faults stands for the control: %s', (_, more) => {
  expect(whyNoControl({ ...PROOF, ...more }, CONTROL)).toBeNull();
});

test.each<[string, Partial<Outcome>, string]>([
  ['other sources', { sources: 'abd' }, 'it ran other sources'],
  ['a rule was broken', { failures: 1 }, 'it failed'],
  ['a fen is missing', { unexplained: 1 }, 'it failed'],
  ['a fen too many', { unexplained: -1 }, 'it failed'],
  ['a later seed first', { firstSeed: 2, seeds: 800 }, 'it left seeds out'],
  ['fewer seeds', { seeds: 319 }, 'it left seeds out'],
  ['no number of seeds', { seeds: NaN }, 'it left seeds out'],
  ['fewer payments', { payments: 7_999 }, 'it made too few payments'],
  ['no number of payments', { payments: NaN }, 'it made too few payments'],
])('it does not: %s', (_, less, reason) => {
  expect(whyNoControl({ ...PROOF, ...less }, CONTROL)).toBe(reason);
});

test.each(Object.keys(PROOF) as (keyof Outcome)[])('it does not without its %s', (field) => {
  const rest = Object.entries(PROOF).filter(([name]) => name !== field);
  expect(whyNoControl(Object.fromEntries(rest), CONTROL)).not.toBeNull();
});

test('there must be one', () => {
  expect(whyNoControl(null, CONTROL)).toBe('there is none');
});
