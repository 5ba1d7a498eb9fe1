import fc from 'fast-check';
import {
  type Attempt,
  type AttemptState,
  blocksBill,
  isUndecided,
} from '../../miniprogram/core/attempt';
import { prunable } from '../../miniprogram/core/pruning';
import { fakeAttempt } from '../support/fakes/attempt';
import { STATES } from '../support/world/attempts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22, 8);
const POLICY = { keepFor: 90 * DAY, keepAtMost: 1000 };

const daysOld = (state: AttemptState, days: number, change: Partial<Attempt> = {}): Attempt => {
  const at = NOW - days * DAY;
  return fakeAttempt(state, { preparedAt: at, submittedAt: at, stateAt: at, ...change });
};
/** So that the journal's newest entry is of today. */
const today = daysOld('collected', 0, { id: 'today' });

test.each<[string, Attempt, boolean]>([
  ['collected', daysOld('collected', 91), true],
  ['collected, young enough', daysOld('collected', 89), false],
  ['rejected', daysOld('rejected', 91), true],
  ['declined, the bill seen unmoved', daysOld('declined', 91, { recheck: 'unmoved' }), true],
  ['declined, still blocking its bill', daysOld('declined', 91, { recheck: 'unreadable' }), false],
  ['staff: paid', daysOld('staffPaid', 91), true],
  ['staff: not paid', daysOld('staffNotPaid', 91), true],
  [
    'a conflict somebody knows of',
    daysOld('conflict', 100, { acknowledgedAt: NOW - 91 * DAY }),
    true,
  ],
  ['a conflict known of lately', daysOld('conflict', 100, { acknowledgedAt: NOW - DAY }), false],
  ['a loud conflict', daysOld('conflict', 1000), false],
  ['unresolved', daysOld('unresolved', 1000), false],
  ['awaiting', daysOld('awaiting', 1000), false],
  ['unknown', daysOld('unknown', 1000), false],
  ['submitted', daysOld('submitted', 1000), false],
  ['prepared', daysOld('prepared', 1000), false],
])('%s', (_name, attempt, pruned) => {
  expect(prunable([attempt, today], NOW, POLICY)).toEqual(pruned ? [attempt] : []);
});

test('age counts from the last change, not from the scan', () => {
  const late = daysOld('collected', 200, { stateAt: NOW - DAY });
  expect(prunable([late, today], NOW, POLICY)).toEqual([]);
});

test('a clock that jumps a year ahead forgets nothing', () => {
  const yesterday = daysOld('collected', 1);
  expect(prunable([yesterday, today], NOW + 365 * DAY, POLICY)).toEqual([]);
});

test('nothing kept, nothing pruned', () => {
  expect(prunable([], NOW, POLICY)).toEqual([]);
});

test('of too many settled ones the oldest go; undecided ones do not count', () => {
  const some = [5, 3, 4, 1, 2].map((days) => daysOld('collected', days, { id: String(days) }));
  const open = daysOld('unresolved', 9);
  expect(prunable([...some, open], NOW, { ...POLICY, keepAtMost: 3 }).map(({ id }) => id)).toEqual([
    '5',
    '4',
  ]);
});

test('never an attempt that matters, and never more than the policy says', () => {
  const anyAttempt = fc
    .tuple(fc.constantFrom(...STATES), fc.integer({ min: 0, max: 400 }), fc.boolean())
    .map(([state, days, known]) =>
      daysOld(state, days, {
        id: `${state}-${String(days)}`,
        acknowledgedAt: known ? NOW - days * DAY : null,
        recheck: state === 'declined' ? (known ? 'unmoved' : 'pending') : null,
      }),
    );
  fc.assert(
    fc.property(fc.array(anyAttempt), fc.integer({ min: 0, max: 20 }), (attempts, keepAtMost) => {
      const gone = prunable(attempts, NOW, { ...POLICY, keepAtMost });
      for (const attempt of gone) {
        expect(isUndecided(attempt) || blocksBill(attempt)).toBe(false);
      }
      const settled = attempts.filter((one) => !isUndecided(one) && !blocksBill(one));
      if (settled.length <= keepAtMost) {
        for (const { stateAt } of gone) expect(NOW - stateAt).toBeGreaterThan(POLICY.keepFor);
      }
    }),
  );
});
