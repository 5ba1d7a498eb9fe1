import { sentences, stateWords, words } from '../../config/words';
import { type Attempt, isLoudConflict, isUndecided } from '../../core/attempt';
import { displayYuan } from '../../core/money';
import { formatDateTime, isSameDay } from '../../core/time';
import { type Total, totalsOf } from '../../core/totals';
import type { Fact } from '../../components/fact-list/fact-list';

/** One line of the list. */
export interface RecordLine {
  readonly id: string;
  readonly bill: string;
  readonly amount: string;
  readonly time: string;
  readonly state: string;
  readonly tone: 'plain' | 'warning' | 'danger';
}

/** What the records page shows. */
export interface RecordsView {
  /** Today's collected money by what says so. */
  readonly totals: readonly Fact[];
  /** Loud conflicts, then undecided attempts of any day, then the rest of today, newest first. */
  readonly lines: readonly RecordLine[];
  readonly anyUndecided: boolean;
}

/** @param now ms since 1970: "today" is the phone's day around it */
export function recordsView(attempts: readonly Attempt[], now: number): RecordsView {
  const today = attempts.filter(({ preparedAt }) => isSameDay(preparedAt, now));
  const conflicts = attempts.filter(isLoudConflict);
  const undecided = attempts.filter(isUndecided);
  const rest = today.filter((one) => !isUndecided(one) && !isLoudConflict(one));
  const { byAnswer, byBillState, byStaff } = totalsOf(today);
  return {
    totals: [
      totalFact(words.records.byAnswer, byAnswer),
      totalFact(words.records.byBillState, byBillState),
      totalFact(words.records.byStaff, byStaff),
    ],
    lines: [conflicts, undecided, rest].flatMap((group) => newestFirst(group).map(toLine)),
    anyUndecided: undecided.length > 0,
  };
}

function totalFact(label: string, { count, amount }: Total): Fact {
  return { label, value: sentences.total(count, displayYuan(amount)) };
}

function newestFirst(attempts: readonly Attempt[]): Attempt[] {
  return Array.from(attempts).sort((a, b) => b.preparedAt - a.preparedAt);
}

function toLine(attempt: Attempt): RecordLine {
  return {
    id: attempt.id,
    bill: attempt.bill,
    amount: displayYuan(attempt.amount),
    time: formatDateTime(attempt.preparedAt),
    state: stateWords[attempt.state],
    tone: isLoudConflict(attempt) ? 'danger' : isUndecided(attempt) ? 'warning' : 'plain',
  };
}
