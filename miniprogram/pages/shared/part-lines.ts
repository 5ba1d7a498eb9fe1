import { sentences, stateWords, words } from '../../config/words';
import { type Attempt, isUndecided } from '../../core/attempt';
import { billParts, collectedHere } from '../../core/bill-parts';
import { displayYuan } from '../../core/money';
import { formatClock, formatDateTime, isSameDay } from '../../core/time';
import { collectedBy } from '../../core/totals';
import type { PartLine } from '../../components/bill-parts/bill-parts';

/**
 * The parts of a bill on this phone, oldest first.
 *
 * @param onBill all attempts on the bill
 * @param now ms since 1970: times of the same day are shown without their date
 */
export function partLines(onBill: readonly Attempt[], now: number): PartLine[] {
  return billParts(onBill).map((attempt) => ({
    id: attempt.id,
    time: isSameDay(attempt.preparedAt, now)
      ? formatClock(attempt.preparedAt)
      : formatDateTime(attempt.preparedAt),
    amount: displayYuan(attempt.amount),
    state: stateWords[attempt.state],
    by: byWhom(attempt),
    open: isUndecided(attempt) || attempt.state === 'conflict',
  }));
}

/** "本机收款 2 笔，已收 ¥28.00"; '' when there is none. */
export function partsSummary(onBill: readonly Attempt[]): string {
  const count = billParts(onBill).length;
  return count === 0 ? '' : sentences.parts(count, displayYuan(collectedHere(onBill)));
}

/** By whose word the state stands; with the person where it is a person's. */
function byWhom(attempt: Attempt): string {
  const by = collectedBy(attempt);
  if (by !== null && by !== 'byStaff') return words.records[by];
  return attempt.closing === null ? '' : `${words.records.byStaff} ${attempt.closing.by}`;
}
