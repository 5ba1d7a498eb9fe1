import { type Attempt, type BillReading, isUndecided } from '../core/attempt';
import { compareToBaseline, weighReading } from '../core/evidence';
import { BILL_COMPLETE } from '../core/verdict';
import { watchHasEnded, type WatchPolicy } from '../core/watch';
import type { AttemptStore } from './attempt-store';

/**
 * Lets a reading of a bill count for the attempts on that bill.
 *
 * Only readings that were sent after the attempt was (or after it was declined) say anything about
 * it; a slow answer to an older query does not.
 *
 * @param asked the attempt the query was made for: only its watch may end by it
 */
export function foldReading(
  attempts: AttemptStore,
  asked: Attempt,
  reading: BillReading,
  at: number,
  policy: WatchPolicy,
): void {
  for (const { id } of attempts.onBill(asked.server, asked.bill)) {
    const attempt = attempts.get(id);
    if (attempt === null || attempt.submittedAt === null) continue;
    if (reading.sentAt < attempt.submittedAt) continue;
    foldInto(attempts, attempt, reading, at);
    if (attempt.id === asked.id && watchHasEnded(attempt.submittedAt, reading.sentAt, policy)) {
      attempts.apply(attempt.id, { type: 'watchEnded', at });
    }
  }
}

function foldInto(
  attempts: AttemptStore,
  attempt: Attempt,
  reading: BillReading,
  at: number,
): void {
  const complete = reading.payState === BILL_COMPLETE;
  if (isUndecided(attempt)) {
    const others = attempts.onBill(attempt.server, attempt.bill);
    const evidence = weighReading(attempt, reading, others);
    if (evidence.kind !== 'strong') return;
    const { proof } = evidence;
    attempts.apply(attempt.id, { type: 'evidence', proof, billComplete: complete, at });
  } else if (attempt.state === 'declined' && reading.sentAt >= attempt.stateAt) {
    const result = compareToBaseline(attempt.baseline, reading);
    attempts.apply(attempt.id, { type: 'recheck', result, at });
  } else if (attempt.state === 'collected' && reading.payState !== null) {
    attempts.apply(attempt.id, { type: 'billStateRead', billComplete: complete, at });
  }
}
