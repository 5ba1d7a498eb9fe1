import type { Attempt, AttemptState } from '../../../miniprogram/core/attempt';

/** The table of docs/payment-safety.md, "States of an attempt", written anew: the judge trusts no code of the app. */
const MAY_LEAVE_TO: Readonly<Record<AttemptState, readonly AttemptState[]>> = {
  prepared: ['submitted', 'rejected'],
  submitted: [
    'awaiting',
    'unknown',
    'unresolved',
    'collected',
    'declined',
    'rejected',
    'staffPaid',
    'staffNotPaid',
  ],
  awaiting: ['collected', 'declined', 'unresolved', 'staffPaid', 'staffNotPaid'],
  unknown: [
    'awaiting',
    'declined',
    'rejected',
    'collected',
    'unresolved',
    'staffPaid',
    'staffNotPaid',
  ],
  unresolved: ['collected', 'staffPaid', 'staffNotPaid'],
  collected: [],
  declined: ['conflict'],
  rejected: ['conflict'],
  staffPaid: ['collected'],
  staffNotPaid: ['conflict'],
  conflict: [],
};

export function mayMove(from: AttemptState, to: AttemptState): boolean {
  return MAY_LEAVE_TO[from].includes(to);
}

/** Sent, and nobody knows. */
export function isOpen({ state }: Attempt): boolean {
  return (
    state === 'submitted' || state === 'awaiting' || state === 'unknown' || state === 'unresolved'
  );
}

/** Invariant 4, with declined (until a read equals the baseline) and conflict (until acknowledged). */
export function mustBlock(attempt: Attempt): boolean {
  if (isOpen(attempt) || attempt.state === 'prepared') return true;
  if (attempt.state === 'declined') return attempt.recheck !== 'unmoved';
  return attempt.state === 'conflict' && attempt.acknowledgedAt === null;
}

/** What the app shows as failed, with the key to scan again. */
export function saysTryAgain(attempt: Attempt): boolean {
  return (
    attempt.state === 'rejected' || (attempt.state === 'declined' && attempt.recheck === 'unmoved')
  );
}

/** Collected by the word of the server about this very attempt; the other proofs go by the bill. */
export function isOwnProof({ proof }: Attempt): boolean {
  return proof === 'answer' || proof === 'lateAnswer' || proof === 'thirdPartyQuery';
}

/** Could explain money on the bill instead of another attempt: open, or ever closed by staff. */
export function isRival(other: Attempt): boolean {
  return isOpen(other) || other.closing !== null;
}
