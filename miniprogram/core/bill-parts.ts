import type { Attempt, AttemptState } from './attempt';
import { addFen, fen, type Fen } from './money';
import { collectedBy } from './totals';

const NOTHING_MOVED: readonly AttemptState[] = ['prepared', 'declined', 'rejected'];

/**
 * The parts in which a bill is being collected on this phone, oldest first: every attempt that moved
 * money, or of which that is not (or only by a person's word) ruled out.
 *
 * @param onBill all attempts on the bill
 */
export function billParts(onBill: readonly Attempt[]): Attempt[] {
  return onBill
    .filter(({ state }) => !NOTHING_MOVED.includes(state))
    .sort((a, b) => a.preparedAt - b.preparedAt);
}

/** What this phone knows to have collected on a bill, by whosever word (本机已收). */
export function collectedHere(onBill: readonly Attempt[]): Fen {
  return onBill
    .filter((attempt) => collectedBy(attempt) !== null)
    .reduce((sum, { amount }) => addFen(sum, amount), fen(0));
}
