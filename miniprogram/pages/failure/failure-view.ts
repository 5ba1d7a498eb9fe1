import { rejectedWords, words } from '../../config/words';
import { type Attempt, blocksBill } from '../../core/attempt';
import { displayYuan } from '../../core/money';
import type { Fact } from '../../components/fact-list/fact-list';
import { attemptFacts } from '../shared/attempt-facts';

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
  /** Only with proof that nothing was charged. */
  readonly mayScanAgain: boolean;
  /** A conflict stays loud until a person says that they know. */
  readonly mayAcknowledge: boolean;
}

export function failureView(attempt: Attempt): FailureView {
  const conflict = attempt.state === 'conflict';
  return {
    tone: conflict ? 'conflict' : 'failure',
    heading: heading(attempt),
    reason: reason(attempt),
    amount: displayYuan(attempt.amount),
    facts: attemptFacts(attempt),
    ...check(attempt),
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

function check(attempt: Attempt): Pick<FailureView, 'check' | 'checkHint'> {
  if (attempt.state !== 'declined') return { check: '', checkHint: '' };
  switch (attempt.recheck) {
    case 'unmoved':
      return { check: words.failure.unmoved, checkHint: '' };
    case 'unreadable':
      return { check: words.failure.unreadable, checkHint: words.failure.unreadableHint };
    default:
      return { check: words.failure.checking, checkHint: '' };
  }
}
