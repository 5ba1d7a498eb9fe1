import type { Attempt, AttemptState, BillReading } from '../../miniprogram/core/attempt';
import { type ResultPage, resultPage } from '../../miniprogram/core/result-page';
import { applyEvent } from '../../miniprogram/core/transitions';
import { answer, inState, reading, START, STATES } from '../support/world/attempts';

const PAGES: Readonly<Record<AttemptState, ResultPage>> = {
  prepared: 'pending',
  submitted: 'pending',
  awaiting: 'pending',
  unknown: 'pending',
  unresolved: 'pending',
  collected: 'success',
  declined: 'failure',
  rejected: 'failure',
  staffPaid: 'success',
  staffNotPaid: 'failure',
  conflict: 'failure',
};

test.each(STATES)('%s', (state) => {
  expect(resultPage(inState(state))).toBe(PAGES[state]);
});

test.each([
  [true, 'success'],
  [false, 'partial'],
  [null, 'pending'],
] as const)('collected, bill complete %s: %s', (billComplete, page) => {
  const verdict = { kind: 'collected', billComplete, paymentNumber: null } as const;
  expect(resultPage(applyEvent(inState('submitted'), answer(verdict, START)))).toBe(page);
});

describe("closed as paid by staff's word", () => {
  const closed = (baseline: BillReading, amount: number): Attempt =>
    applyEvent(inState('unresolved', { baseline, amount }), {
      type: 'staffPaid',
      by: '1001',
      note: '',
      at: START,
    });

  test.each<[string, BillReading, number, ResultPage]>([
    ['more remained than this amount', reading(START, '1', [10_000, 0]), 4_000, 'partial'],
    ['more remained after an earlier part', reading(START, '1', [10_000, 2_000]), 4_000, 'partial'],
    ['all that remained', reading(START, '1', [10_000, 6_000]), 4_000, 'success'],
    ['no figures were read', reading(START, '1'), 4_000, 'success'],
  ])('%s', (_name, baseline, amount, page) => {
    expect(resultPage(closed(baseline, amount))).toBe(page);
  });
});
