import type { AttemptState } from '../../miniprogram/core/attempt';
import { type ResultPage, resultPage } from '../../miniprogram/core/result-page';
import { applyEvent } from '../../miniprogram/core/transitions';
import { answer, inState, START, STATES } from '../support/world/attempts';

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
