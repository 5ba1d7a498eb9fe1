import fc from 'fast-check';
import type { Attempt, AttemptState } from '../../miniprogram/core/attempt';
import { billParts, collectedHere } from '../../miniprogram/core/bill-parts';
import { fen } from '../../miniprogram/core/money';
import { ALLOWED } from '../../miniprogram/core/transitions';
import { fakeAttempt } from '../support/fakes/attempt';

const STATES = Object.keys(ALLOWED) as AttemptState[];

function attempt(state: AttemptState, yuan = 10, preparedAt = 0): Attempt {
  const proof = state === 'collected' ? ({ proof: 'answer' } as const) : {};
  return fakeAttempt(state, { amount: fen(yuan * 100), preparedAt, ...proof });
}

test.each<[AttemptState, boolean, boolean]>([
  ['prepared', false, false],
  ['submitted', true, false],
  ['awaiting', true, false],
  ['unknown', true, false],
  ['unresolved', true, false],
  ['collected', true, true],
  ['declined', false, false],
  ['rejected', false, false],
  ['staffPaid', true, true],
  ['staffNotPaid', true, false],
  ['conflict', true, false],
])('%s: a part %s, collected %s', (state, isPart, counts) => {
  const one = attempt(state);
  expect(billParts([one])).toEqual(isPart ? [one] : []);
  expect(collectedHere([one])).toBe(counts ? 1000 : 0);
});

test('the table names every state', () => {
  expect(STATES).toHaveLength(11);
});

test('oldest first', () => {
  const parts = billParts([attempt('collected', 1, 30), attempt('unknown', 2, 10)]);
  expect(parts.map(({ preparedAt }) => preparedAt)).toEqual([10, 30]);
});

test('the sum counts exactly what is collected by whosever word', () => {
  const any = fc.tuple(fc.constantFrom(...STATES), fc.integer({ min: 1, max: 100_000 }));
  fc.assert(
    fc.property(fc.array(any), (all) => {
      const counted = all.filter(([state]) => state === 'collected' || state === 'staffPaid');
      expect(collectedHere(all.map(([state, yuan]) => attempt(state, yuan)))).toBe(
        counted.reduce((sum, [, yuan]) => sum + yuan * 100, 0),
      );
    }),
  );
});
