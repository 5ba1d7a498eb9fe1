import type { Attempt } from '../../../miniprogram/core/attempt';
import { foldNumber } from '../model/bills';
import type { Watched } from './judge';
import { isOpen } from './rules';

/**
 * Evidence that was told must have been used: the bill said "3" after sending, the amount was all
 * that remained, and this phone has no other attempt on the bill.
 */
export function ignoresEvidence(
  watched: Watched,
  attempt: Attempt,
  all: readonly Attempt[],
): boolean {
  if (!isOpen(attempt)) return false;
  const { figures } = attempt.baseline;
  if (figures === null || figures.due - figures.collected !== attempt.amount) return false;
  const bill = foldNumber(attempt.bill);
  const alone = all.every((other) => other === attempt || foldNumber(other.bill) !== bill);
  const { states, receipts } = watched.reads.of(bill);
  const since = watched.submittedAt.get(attempt.id) ?? Infinity;
  const complete = states.some(({ sentAt, payState }) => payState === '3' && sentAt > since);
  const agrees = receipts
    .filter(({ sentAt }) => sentAt > since)
    .every(({ real }) => real - figures.collected === attempt.amount);
  return alone && complete && agrees;
}
