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

/**
 * What the bill's collected figure must come to at least if it holds every part that a person has
 * confirmed: what it was before such a part, that part, and what this phone collected after it. The
 * highest of these counts, because other money may stand between two parts. Null: no such part.
 *
 * @param onBill all attempts on the bill
 */
export function knownCollected(onBill: readonly Attempt[]): Fen | null {
  let known: Fen | null = null;
  for (const part of onBill) {
    const confirmed = part.state === 'staffPaid' || part.closing !== null;
    if (!confirmed || collectedBy(part) === null) continue;
    // Not read before it: it was not less than nothing.
    const before = part.baseline.figures?.collected ?? fen(0);
    const since = onBill.filter(({ preparedAt }) => preparedAt >= part.preparedAt);
    const sum = addFen(before, collectedHere(since));
    if (known === null || sum > known) known = sum;
  }
  return known;
}
