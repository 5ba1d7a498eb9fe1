import type { Attempt, AttemptState, Proof, Recheck, StaffClosing } from './attempt';
import { IllegalTransitionError } from './errors/illegal-transition-error';
import type { Verdict } from './verdict';

/**
 * Where each state may go (docs/payment-safety.md, "States of an attempt"). An attempt never leaves a settled
 * state but to conflict, or from staffPaid to collected.
 */
export const ALLOWED: Readonly<Record<AttemptState, readonly AttemptState[]>> = {
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
    'collected',
    'declined',
    'rejected',
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

/** Something that happened to an attempt. `at`: ms since 1970. */
export type AttemptEvent =
  /** The call is about to leave: make it durable first. */
  | { readonly type: 'submit'; readonly at: number }
  /** Our own checks stopped it before the call. */
  | { readonly type: 'abandon'; readonly at: number }
  /** The app started again and found the attempt in its journal. */
  | { readonly type: 'restart'; readonly at: number }
  /** The barcode call was answered, or ended without an answer. */
  | { readonly type: 'answer'; readonly verdict: Verdict; readonly at: number }
  /** A query brought strong evidence that this attempt's money was received. */
  | {
      readonly type: 'evidence';
      readonly proof: Exclude<Proof, 'answer' | 'lateAnswer'>;
      readonly billComplete: boolean | null;
      readonly at: number;
    }
  | { readonly type: 'watchEnded'; readonly at: number }
  /** A read after "declined": did the bill stay as it was at the baseline? */
  | {
      readonly type: 'recheck';
      readonly result: 'unmoved' | 'unreadable' | 'moved';
      readonly at: number;
    }
  /** MainRow said whether the whole bill is collected. */
  | { readonly type: 'billStateRead'; readonly billComplete: boolean; readonly at: number }
  | { readonly type: 'staffPaid'; readonly by: string; readonly note: string; readonly at: number }
  | {
      readonly type: 'staffNotPaid';
      readonly by: string;
      readonly note: string;
      readonly at: number;
    }
  | { readonly type: 'acknowledge'; readonly at: number };

/**
 * The attempt after the event. An event that may not move the attempt any more (a late or repeated
 * answer to a settled one) gives back the very same object.
 *
 * @throws IllegalTransitionError for events the app must never produce (submitting twice)
 */
export function applyEvent(attempt: Attempt, event: AttemptEvent): Attempt {
  switch (event.type) {
    case 'submit':
      if (attempt.state !== 'prepared')
        throw new IllegalTransitionError(attempt.state, 'submitted');
      return move(attempt, 'submitted', event, 'submit', { submittedAt: event.at });
    case 'abandon':
      if (attempt.state !== 'prepared') throw new IllegalTransitionError(attempt.state, 'rejected');
      return move(attempt, 'rejected', event, 'abandon', { rejectedReason: 'notSent' });
    case 'restart':
      return afterRestart(attempt, event.at);
    case 'answer':
      return afterAnswer(attempt, event.verdict, event.at);
    case 'evidence':
      return afterEvidence(attempt, event);
    case 'watchEnded':
      return tryMove(attempt, 'unresolved', event, 'watchEnded');
    case 'recheck':
      return afterRecheck(attempt, event.result, event.at);
    case 'billStateRead':
      if (attempt.state !== 'collected' || attempt.billComplete !== null) return attempt;
      return { ...attempt, billComplete: event.billComplete };
    case 'staffPaid':
      return tryMove(attempt, 'staffPaid', event, 'staff', { closing: closing(event) });
    case 'staffNotPaid':
      return tryMove(attempt, 'staffNotPaid', event, 'staff', { closing: closing(event) });
    case 'acknowledge':
      if (attempt.state !== 'conflict' || attempt.acknowledgedAt !== null) return attempt;
      return { ...attempt, acknowledgedAt: event.at };
  }
}

function afterRestart(attempt: Attempt, at: number): Attempt {
  if (attempt.state === 'prepared') {
    return move(attempt, 'rejected', { at }, 'restart', { rejectedReason: 'notSent' });
  }
  if (attempt.state === 'submitted') {
    return move(attempt, 'unknown', { at }, 'restart', { unknownReason: 'interrupted' });
  }
  return attempt;
}

function afterAnswer(attempt: Attempt, verdict: Verdict, at: number): Attempt {
  // A call that was never made cannot be answered.
  if (attempt.submittedAt === null) return attempt;
  const cause = `answer:${verdict.kind}`;
  switch (verdict.kind) {
    case 'collected': {
      const proof: Proof = attempt.state === 'submitted' ? 'answer' : 'lateAnswer';
      return afterMoney(attempt, at, cause, {
        proof,
        billComplete: verdict.billComplete,
        paymentNumber: verdict.paymentNumber ?? attempt.paymentNumber,
      });
    }
    case 'awaiting':
      return tryMove(attempt, 'awaiting', { at }, cause, { paymentNumber: verdict.paymentNumber });
    case 'declined':
      return tryMove(attempt, 'declined', { at }, cause, {
        message: verdict.message,
        recheck: 'pending',
      });
    case 'rejected':
      return tryMove(attempt, 'rejected', { at }, cause, {
        message: verdict.message,
        rejectedReason: verdict.reason,
      });
    case 'unknown':
      return tryMove(attempt, 'unknown', { at }, cause, { unknownReason: verdict.reason });
  }
}

function afterEvidence(
  attempt: Attempt,
  event: Extract<AttemptEvent, { type: 'evidence' }>,
): Attempt {
  if (attempt.submittedAt === null) return attempt;
  return afterMoney(attempt, event.at, `evidence:${event.proof}`, {
    proof: event.proof,
    billComplete: event.billComplete,
  });
}

/** Strong evidence of money: collected where it may be, conflict where none should have been. */
function afterMoney(attempt: Attempt, at: number, cause: string, facts: Partial<Attempt>): Attempt {
  const to = ALLOWED[attempt.state].includes('collected') ? 'collected' : 'conflict';
  return tryMove(attempt, to, { at }, cause, facts);
}

function afterRecheck(
  attempt: Attempt,
  result: 'unmoved' | 'unreadable' | 'moved',
  at: number,
): Attempt {
  if (attempt.state !== 'declined') return attempt;
  if (result === 'moved') return move(attempt, 'conflict', { at }, 'recheck:moved', {});
  // Once the bill was seen unmoved, a later read that fails takes nothing back.
  const next: Recheck = attempt.recheck === 'unmoved' ? 'unmoved' : result;
  return next === attempt.recheck ? attempt : { ...attempt, recheck: next };
}

function closing(event: { by: string; note: string; at: number }): StaffClosing {
  return { by: event.by, at: event.at, note: event.note };
}

/** Moves where the table allows it; otherwise nothing happens. */
function tryMove(
  attempt: Attempt,
  to: AttemptState,
  event: { readonly at: number },
  cause: string,
  facts: Partial<Attempt> = {},
): Attempt {
  return ALLOWED[attempt.state].includes(to) ? move(attempt, to, event, cause, facts) : attempt;
}

function move(
  attempt: Attempt,
  to: AttemptState,
  event: { readonly at: number },
  cause: string,
  facts: Partial<Attempt>,
): Attempt {
  if (!ALLOWED[attempt.state].includes(to)) throw new IllegalTransitionError(attempt.state, to);
  return {
    ...attempt,
    ...facts,
    state: to,
    stateAt: event.at,
    history: [...attempt.history, { to, at: event.at, cause }],
  };
}
