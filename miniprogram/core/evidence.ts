import { type Attempt, type BillReading, isUndecided, remainingAt } from './attempt';
import { BILL_COMPLETE } from './verdict';

/** What one reading of the bill says about one attempt. */
export type Evidence =
  | { readonly kind: 'strong'; readonly proof: 'billState' | 'receiptGrowth' }
  /** Something moved, but it could have been cash, another till or another attempt: shown, not concluded. */
  | { readonly kind: 'weak' }
  /** Nothing moved. Never evidence of failure. */
  | { readonly kind: 'none' };

/**
 * Weighs a reading for an attempt (docs/payment-safety.md, "Evidence while undecided").
 *
 * Strong are only: paystate "3" where the amount was all that remained at the baseline, and the
 * receipt's collected figure grown by exactly the amount; and neither where another attempt on the
 * same bill could explain it. Where both figures are there and disagree, nothing is concluded.
 *
 * @param others the other attempts on the same bill on this phone
 */
export function weighReading(
  attempt: Attempt,
  reading: BillReading,
  others: readonly Attempt[],
): Evidence {
  const complete = reading.payState === BILL_COMPLETE;
  const growth = collectedGrowth(attempt, reading);
  if (!complete && (growth === null || growth === 0)) return { kind: 'none' };
  if (hasRival(attempt, others)) return { kind: 'weak' };
  if (growth === attempt.amount) return { kind: 'strong', proof: 'receiptGrowth' };
  if (growth !== null) return { kind: 'weak' };
  return complete && remainingAt(attempt.baseline) === attempt.amount
    ? { kind: 'strong', proof: 'billState' }
    : { kind: 'weak' };
}

/**
 * Has the bill stayed as it was at the baseline? `unreadable` when what there is to compare is
 * missing: a figure that is not told has not moved.
 */
export function compareToBaseline(
  baseline: BillReading,
  reading: BillReading,
): 'unmoved' | 'moved' | 'unreadable' {
  if (stateMoved(baseline.payState, reading.payState)) return 'moved';
  if (baseline.figures === null) {
    return baseline.payState === null || reading.payState === null ? 'unreadable' : 'unmoved';
  }
  if (reading.figures === null) return 'unreadable';
  return baseline.figures.collected === reading.figures.collected ? 'unmoved' : 'moved';
}

function stateMoved(before: string | null, now: string | null): boolean {
  if (now === null || now === before) return false;
  return before !== null || now === BILL_COMPLETE;
}

function collectedGrowth(attempt: Attempt, reading: BillReading): number | null {
  if (attempt.baseline.figures === null || reading.figures === null) return null;
  return reading.figures.collected - attempt.baseline.figures.collected;
}

/** Could money that shows up on the bill since the attempt's baseline be another attempt's? */
export function hasRival(attempt: Attempt, others: readonly Attempt[]): boolean {
  return others.some((other) => couldExplain(other, attempt));
}

/** Unsettled, ever closed by staff's word, in conflict, or seen collected after this attempt's baseline. */
function couldExplain(other: Attempt, attempt: Attempt): boolean {
  if (other.id === attempt.id) return false;
  if (isUndecided(other) || other.closing !== null || other.state === 'conflict') return true;
  return other.state === 'collected' && other.stateAt >= attempt.baseline.sentAt;
}
