import { type Attempt, type BillReading, isUndecided } from '../core/attempt';
import { compareToBaseline, hasRival, weighReading } from '../core/evidence';
import { RECHECK_WINDOW } from '../core/recheck';
import type { AttemptEvent } from '../core/transitions';
import { BILL_COMPLETE } from '../core/verdict';
import { watchHasEnded, type WatchPolicy } from '../core/watch';
import type { AttemptStore } from './attempt-store';

/**
 * Lets a reading of a bill count for every attempt on that bill: also for those that were settled
 * by staff or refused, where money that shows up is a conflict.
 *
 * Only readings that were sent after an attempt's state was entered say anything about it; a slow
 * answer to an older query does not. Which came first is told by `before`, not by times: the phone's
 * clock may have been set.
 *
 * @param before the attempts on the bill as they were when the reading was sent
 * @param at ms since 1970
 */
export function applyReading(
  attempts: AttemptStore,
  before: readonly Attempt[],
  reading: BillReading,
  at: number,
): void {
  for (const then of before) {
    const attempt = attempts.get(then.id);
    if (attempt === null) continue;
    const onBill = attempts.onBill(attempt.server, attempt.bill);
    const event = eventFor(then, attempt, reading, onBill, at);
    if (event !== null) attempts.apply(attempt.id, event);
  }
}

/** Ends the watch of the attempt that was asked about, when its time has come. */
export function endWatch(
  attempts: AttemptStore,
  id: string,
  reading: BillReading,
  at: number,
  policy: WatchPolicy,
): void {
  const submittedAt = attempts.get(id)?.submittedAt ?? null;
  if (submittedAt !== null && watchHasEnded(submittedAt, reading.sentAt, policy)) {
    attempts.apply(id, { type: 'watchEnded', at });
  }
}

/** What the reading, sent when the attempt stood as `then`, means for it; null: nothing. */
function eventFor(
  then: Attempt,
  attempt: Attempt,
  reading: BillReading,
  onBill: readonly Attempt[],
  at: number,
): AttemptEvent | null {
  const { state } = attempt;
  if (then.submittedAt === null) return null;
  if (state === 'collected') {
    if (reading.payState === null || then.state !== state) return null;
    return { type: 'billStateRead', billComplete: reading.payState === BILL_COMPLETE, at };
  }
  if (state === 'declined') {
    return then.state === state ? recheckEvent(attempt, reading, onBill, at) : null;
  }
  const evidence = mayLearn(attempt) ? weighReading(attempt, reading, onBill) : null;
  if (evidence?.kind !== 'strong') return null;
  return { type: 'evidence', proof: evidence.proof, billComplete: isComplete(reading), at };
}

/**
 * Money on the bill may be this attempt's: nobody has proof, a person said so, or the server refused
 * it, which says nothing about a first delivery of the same request. What provably never left the
 * phone has brought none.
 */
function mayLearn(attempt: Attempt): boolean {
  if (isUndecided(attempt) || attempt.closing !== null) return true;
  return attempt.state === 'rejected' && attempt.rejectedReason !== 'notSent';
}

/**
 * Does the reading say that the whole bill is collected? The state is read before the figures, and
 * the money may have come in between: what only an old state denies is not known (null).
 */
function isComplete({ payState, figures }: BillReading): boolean | null {
  if (payState === BILL_COMPLETE) return true;
  return figures !== null && figures.collected < figures.due ? false : null;
}

function recheckEvent(
  attempt: Attempt,
  reading: BillReading,
  onBill: readonly Attempt[],
  at: number,
): AttemptEvent | null {
  const tooLate = reading.sentAt - attempt.stateAt > RECHECK_WINDOW;
  if (tooLate && attempt.recheck === 'unmoved') return null;
  const result = compareToBaseline(attempt.baseline, reading);
  // Seen unmoved, it has freed its bill: what moves now may be the next attempt's.
  const freed = attempt.recheck === 'unmoved';
  if (result === 'moved' && freed && hasRival(attempt, onBill)) return null;
  return { type: 'recheck', result, at };
}
