import type { Attempt } from '../../miniprogram/core/attempt';
import { parseBillNumber } from '../../miniprogram/core/bill';
import { selectRecords } from '../../miniprogram/core/record-list';
import { fakeAttempt } from '../support/fakes/attempt';

const NOON = new Date(2026, 10, 22, 12).getTime();
const HOUR = 3_600_000;

function record(state: Attempt['state'], id: string, hours: number, bill = 'XS1'): Attempt {
  const preparedAt = NOON + hours * HOUR;
  return fakeAttempt(state, { id, preparedAt, bill: parseBillNumber(bill) });
}

const ids = (attempts: readonly Attempt[]): string[] => attempts.map(({ id }) => id);

const ALL = [
  record('collected', 'morning', -3),
  record('collected', 'noon', 0),
  record('collected', 'yesterday', -24),
  record('unresolved', 'open', -48, 'XS2'),
  record('awaiting', 'waiting', -1, 'XS22'),
  record('conflict', 'loud', -72, 'ＸＳ３ａ'),
  { ...record('conflict', 'known', -2), acknowledgedAt: NOON },
];

test('conflicts and undecided of any day, then the day, newest first', () => {
  const { conflicts, undecided, rest } = selectRecords(ALL, { day: NOON, filter: '' });
  expect(ids(conflicts)).toEqual(['loud']);
  expect(ids(undecided)).toEqual(['waiting', 'open']);
  expect(ids(rest)).toEqual(['noon', 'known', 'morning']);
});

test('another day', () => {
  expect(ids(selectRecords(ALL, { day: NOON - 24 * HOUR, filter: '' }).rest)).toEqual([
    'yesterday',
  ]);
});

test.each([
  ['xs2', ['waiting', 'open'], []],
  [' ＸＳ２２ ', ['waiting'], []],
  ['3A', [], ['loud']],
  ['XS9', [], []],
])(
  'a filter is folded as bills are, and looks at every day: %s',
  (filter, undecided, conflicts) => {
    const found = selectRecords(ALL, { day: NOON, filter });
    expect(ids(found.undecided)).toEqual(undecided);
    expect(ids(found.conflicts)).toEqual(conflicts);
    expect(found.rest).toEqual([]);
  },
);

test('what the filter finds is not bound to the day', () => {
  const { rest } = selectRecords(ALL, { day: NOON, filter: 'xs1' });
  expect(ids(rest)).toEqual(['noon', 'known', 'morning', 'yesterday']);
});

test('midnight divides days', () => {
  const midnight = new Date(2026, 10, 23).getTime();
  const late = fakeAttempt('collected', { id: 'late', preparedAt: midnight - 1 });
  const early = fakeAttempt('collected', { id: 'early', preparedAt: midnight });
  const of = (day: number): string[] => ids(selectRecords([late, early], { day, filter: '' }).rest);
  expect(of(midnight - 1)).toEqual(['late']);
  expect(of(midnight)).toEqual(['early']);
});
