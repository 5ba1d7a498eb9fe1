import { rejectedWords, words } from '../../config/words';
import { amountsCompared, type Attempt, blocksBill } from '../../core/attempt';
import { OtherServerError } from '../../core/errors/other-server-error';
import { displayYuan } from '../../core/money';
import type { Fact } from '../../components/fact-list/fact-list';
import { problemText } from '../../services/problem-text';
import type { SessionService } from '../../services/session';
import type { Asking } from '../../services/watcher';
import { attemptFacts } from '../shared/attempt-facts';

/** Whether anybody is signed in, and if not, why. */
type SignedIn = Pick<SessionService, 'current' | 'wasRefused'>;

/** What the failure page shows of an attempt. */
export interface FailureView {
  /** A conflict has a sign of its own shape. */
  readonly tone: 'failure' | 'conflict';
  readonly heading: string;
  readonly reason: string;
  readonly amount: string;
  readonly facts: readonly Fact[];
  /** How the check of the bill stands after "declined"; '' when there is nothing to say. */
  readonly check: string;
  readonly checkHint: string;
  /** The check goes on once somebody has signed in. */
  readonly signInNeeded: boolean;
  /** Only with proof that nothing was charged. */
  readonly mayScanAgain: boolean;
  /** A conflict stays loud until a person says that they know. */
  readonly mayAcknowledge: boolean;
}

export function failureView(attempt: Attempt, asking: Asking, session: SignedIn): FailureView {
  const conflict = attempt.state === 'conflict';
  return {
    tone: conflict ? 'conflict' : 'failure',
    heading: heading(attempt),
    reason: reason(attempt),
    amount: displayYuan(attempt.amount),
    facts: attemptFacts(attempt),
    ...check(attempt, asking, session),
    mayScanAgain: !conflict && !blocksBill(attempt),
    mayAcknowledge: conflict && attempt.acknowledgedAt === null,
  };
}

/** Neither a conflict nor a person's word is a failure: the page must not say so. */
function heading({ state }: Attempt): string {
  if (state === 'conflict') return words.failure.conflictHeading;
  return state === 'staffNotPaid' ? words.failure.closedHeading : words.failure.heading;
}

function reason(attempt: Attempt): string {
  switch (attempt.state) {
    case 'conflict':
      return words.failure.conflict;
    case 'rejected':
      return rejectedWords[attempt.rejectedReason ?? 'notSent'];
    case 'staffNotPaid':
      return words.failure.staffNotPaid;
    default:
      return attempt.message === '' ? words.failure.declinedWithoutWords : attempt.message;
  }
}

type Check = Pick<FailureView, 'check' | 'checkHint' | 'signInNeeded'>;

function check(attempt: Attempt, { problem }: Asking, session: SignedIn): Check {
  const { failure } = words;
  const said = (text: string, checkHint = '', signInNeeded = false): Check => ({
    check: text,
    checkHint,
    signInNeeded,
  });
  if (attempt.state !== 'declined') return said('');
  if (attempt.recheck === 'unmoved') {
    return amountsCompared(attempt)
      ? said(failure.unmoved)
      : said(failure.stateUnmoved, failure.stateUnmovedHint);
  }
  if (problem instanceof OtherServerError) return said(failure.unreadable, problemText(problem));
  if (session.current() === null) {
    const why = session.wasRefused() ? failure.sessionRefused : failure.notSignedIn;
    return said(why, failure.signInHint, true);
  }
  return attempt.recheck === 'unreadable'
    ? said(failure.unreadable, failure.unreadableHint)
    : said(failure.checking);
}
