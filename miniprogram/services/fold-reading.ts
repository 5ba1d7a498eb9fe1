import { type Attempt, type BillReading, isUndecided } from '../core/attempt';
import { compareToBaseline, hasRival, weighReading } from '../core/evidence';
import type { AttemptEvent } from '../core/transitions';
import { BILL_COMPLETE } from '../core/verdict';
import { watchHasEnded, type WatchPolicy } from '../core/watch';
import type { AttemptStore } from './attempt-store';

/**
 * How long after "declined" a bill that moves is still put down to that attempt, ms. WeChat revokes
 * an open order after about 45 s; later money on the bill is somebody else's.
 */
const RECHECK_WINDOW = 60_000;

/**
 * Lets a reading of a bill count for every attempt on that bill: also for those that were settled
 * by staff or refused, where money that shows up is a conflict.
 *
 * Only readings that were sent after an attempt's state was entered say anything about it; a slow
 * answer to an older query does not.
 *
 * @param bill any attempt on the bill, or the bill's names
 * @param at ms since 1970
 */
export function foldEvidence(
  attempts: AttemptStore,
  { server, bill }: Pick<Attempt, 'server' | 'bill'>,
  reading: BillReading,
  at: number,
): void {
  for (const { id } of attempts.onBill(server, bill)) {
    const attempt = attempts.get(id);
    if (attempt === null) continue;
    const event = eventFor(attempt, reading, attempts.onBill(server, bill), at);
    if (event !== null) attempts.apply(id, event);
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

/** What the reading means for one attempt; null: nothing. */
function eventFor(
  attempt: Attempt,
  reading: BillReading,
  onBill: readonly Attempt[],
  at: number,
): AttemptEvent | null {
  const { state, submittedAt, stateAt } = attempt;
  if (submittedAt === null || reading.sentAt < submittedAt) return null;
  const billComplete = reading.payState === BILL_COMPLETE;
  if (state === 'collected') {
    if (reading.payState === null || reading.sentAt < stateAt) return null;
    return { type: 'billStateRead', billComplete, at };
  }
  if (state === 'declined') return recheckEvent(attempt, reading, onBill, at);
  const mayLearn = isUndecided(attempt) || attempt.closing !== null;
  const evidence = mayLearn ? weighReading(attempt, reading, onBill) : null;
  if (evidence?.kind !== 'strong') return null;
  return { type: 'evidence', proof: evidence.proof, billComplete, at };
}

function recheckEvent(
  attempt: Attempt,
  reading: BillReading,
  onBill: readonly Attempt[],
  at: number,
): AttemptEvent | null {
  if (reading.sentAt < attempt.stateAt || hasRival(attempt, onBill)) return null;
  const tooLate = reading.sentAt - attempt.stateAt > RECHECK_WINDOW;
  if (tooLate && attempt.recheck === 'unmoved') return null;
  const result = compareToBaseline(attempt.baseline, reading);
  return { type: 'recheck', result, at };
}
