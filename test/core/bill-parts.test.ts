import fc from 'fast-check';
import type { Attempt, AttemptState } from '../../miniprogram/core/attempt';
import { billParts, collectedHere, knownCollected } from '../../miniprogram/core/bill-parts';
import { fen, type Fen } from '../../miniprogram/core/money';
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

/** One part: what the receipt called collected before it (null: not read), its state, its amount. */
type Part = readonly [before: number | null, state: AttemptState | 'lateAnswer', amount: number];

function parts(...all: readonly Part[]): Attempt[] {
  return all.map(([before, state, amount], at) => {
    const { baseline } = fakeAttempt('prepared');
    const figures = before === null ? null : { due: fen(10_000), collected: fen(before) };
    const closing = { by: '1002', at: 0, note: '' };
    const byWord = state === 'staffPaid' || state === 'staffNotPaid' || state === 'lateAnswer';
    return fakeAttempt(state === 'lateAnswer' ? 'collected' : state, {
      amount: fen(amount),
      preparedAt: at,
      proof: state === 'lateAnswer' ? state : 'answer',
      baseline: { ...baseline, figures },
      closing: byWord ? closing : null,
    });
  });
}

describe('what the bill must have collected since a person’s word', () => {
  test.each<[string, readonly Part[], number | null]>([
    ['no parts', [], null],
    ['only answers: nothing to compare with', [[0, 'collected', 4000]], null],
    ['a person’s word', [[0, 'staffPaid', 4000]], 4000],
    ['on top of what was there before', [[1500, 'staffPaid', 4000]], 5500],
    ['not of what was not paid', [[0, 'staffNotPaid', 4000]], null],
    [
      'two words',
      [
        [0, 'staffPaid', 2000],
        [0, 'staffPaid', 3000],
      ],
      5000,
    ],
    [
      'a word, then an answer',
      [
        [0, 'staffPaid', 4000],
        [0, 'collected', 3000],
      ],
      7000,
    ],
    [
      'an answer, then a word',
      [
        [0, 'collected', 3000],
        [3000, 'staffPaid', 4000],
      ],
      7000,
    ],
    [
      'other money before the second word',
      [
        [0, 'staffPaid', 2000],
        [5000, 'staffPaid', 3000],
      ],
      8000,
    ],
    ['no figures before it: at least itself', [[null, 'staffPaid', 4000]], 4000],
    [
      'a word that was answered late',
      [
        [0, 'lateAnswer', 2000],
        [0, 'staffPaid', 3000],
      ],
      5000,
    ],
    [
      'a failure between',
      [
        [0, 'staffPaid', 4000],
        [0, 'declined', 3000],
      ],
      4000,
    ],
  ])('%s', (_name, all, known) => {
    expect(knownCollected(parts(...all))).toBe(known);
    expect(knownCollected(parts(...all).reverse())).toBe(known);
  });

  /** Parts of a bill, whether the server has counted each, and other tills’ money before each. */
  const history = fc.array(
    fc.record({
      amount: fc.integer({ min: 1, max: 5000 }),
      byStaff: fc.boolean(),
      lost: fc.boolean(),
      elsewhere: fc.integer({ min: 0, max: 5000 }),
    }),
    { maxLength: 8 },
  );

  function play(
    all: readonly { amount: number; byStaff: boolean; lost: boolean; elsewhere: number }[],
  ): {
    onBill: Attempt[];
    counted: Fen;
    lastLost: number;
  } {
    let counted = 0;
    let lastLost = 0;
    const made = all.map(({ amount, byStaff, lost, elsewhere }): Part => {
      counted += elsewhere;
      const before = counted;
      // Only a person can call collected what the server does not count.
      const isLost = byStaff && lost;
      if (!isLost) counted += amount;
      lastLost = isLost ? amount : 0;
      return [before, byStaff ? 'staffPaid' : 'collected', amount];
    });
    return { onBill: parts(...made), counted: fen(counted), lastLost };
  }

  function missed({ onBill, counted }: { onBill: readonly Attempt[]; counted: Fen }): number {
    return Math.max(0, (knownCollected(onBill) ?? counted) - counted);
  }

  test('never more than a receipt that counts everything', () => {
    fc.assert(
      fc.property(history, (all) => {
        const { onBill, counted } = play(all.map((one) => ({ ...one, lost: false })));
        expect(knownCollected(onBill) ?? 0).toBeLessThanOrEqual(counted);
      }),
    );
  });

  test('the newest part is always missed, and without other money every one is', () => {
    fc.assert(
      fc.property(history, (all) => {
        const any = play(all);
        expect(missed(any)).toBeGreaterThanOrEqual(any.lastLost);
        const alone = play(all.map((one) => ({ ...one, elsewhere: 0 })));
        const lost = collectedHere(alone.onBill) - alone.counted;
        expect(missed(alone)).toBe(lost);
      }),
    );
  });
});
