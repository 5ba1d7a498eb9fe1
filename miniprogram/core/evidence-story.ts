import type { Attempt, BillFigures, Proof, Recheck, StateChange } from './attempt';
import { amountsCompared, isUndecided } from './attempt';
import type { AttemptState } from './attempt';
import { collectedBy } from './totals';
import type { RejectedReason, UnknownReason } from './verdict';

/**
 * What an attempt's record tells, as keys and values: `config/words` has the sentences. Nothing is
 * concluded here that the record does not say.
 */
export type Statement =
  /** The fresh read right before the call. */
  | {
      readonly key: 'baseline';
      readonly figures: BillFigures | null;
      readonly payState: string | null;
    }
  | { readonly key: 'prepared' | 'submitted' | 'abandoned' | 'notSentAtRestart' | 'restarted' }
  | { readonly key: 'answeredCollected' | 'answeredAwaiting' | 'watchEnded' | 'recheckMoved' }
  | { readonly key: 'answeredDeclined'; readonly message: string }
  | { readonly key: 'answeredRejected'; readonly reason: RejectedReason | null }
  | { readonly key: 'answeredUnknown'; readonly reason: UnknownReason | null }
  /** Evidence that this attempt's money was received. */
  | { readonly key: 'evidence'; readonly proof: Proof | null }
  /** The same where no money should have been. */
  | { readonly key: 'conflictingEvidence'; readonly proof: Proof | null }
  | { readonly key: 'staffPaid' | 'staffNotPaid'; readonly by: string; readonly note: string }
  | { readonly key: 'acknowledged' }
  /** A change of which no more is known than where it led. */
  | { readonly key: 'became'; readonly state: AttemptState };

/** Something that happened, and when (ms since 1970). */
export interface StoryStep {
  readonly at: number;
  readonly statement: Statement;
}

/** How the attempt stands, and by whose word. */
export type Conclusion =
  | { readonly key: 'byAnswer' | 'byBillState'; readonly proof: Proof }
  | {
      readonly key: 'byStaff' | 'notPaidByStaff';
      readonly by: string;
      readonly at: number;
      readonly note: string;
    }
  | { readonly key: 'undecided' | 'neverSent' | 'refused' | 'conflict' }
  | {
      readonly key: 'declined';
      readonly recheck: Recheck;
      /** The bill's amounts were compared, not its state alone. */
      readonly amounts: boolean;
    };

/** Everything that happened to an attempt, oldest first. */
export function storyOf(attempt: Attempt): readonly StoryStep[] {
  const { baseline, acknowledgedAt } = attempt;
  const { figures, payState } = baseline;
  const steps: StoryStep[] = [
    { at: baseline.sentAt, statement: { key: 'baseline', figures, payState } },
    ...attempt.history.map((change) => ({
      at: change.at,
      statement: statementOf(attempt, change),
    })),
  ];
  if (acknowledgedAt !== null) {
    steps.push({ at: acknowledgedAt, statement: { key: 'acknowledged' } });
  }
  return steps;
}

export function conclusionOf(attempt: Attempt): Conclusion {
  const { state, proof, closing, recheck } = attempt;
  if (isUndecided(attempt)) return { key: 'undecided' };
  const by = collectedBy(attempt);
  if (proof !== null && (by === 'byAnswer' || by === 'byBillState')) return { key: by, proof };
  if (closing !== null && state === 'staffPaid') return { key: 'byStaff', ...closing };
  if (closing !== null && state === 'staffNotPaid') return { key: 'notPaidByStaff', ...closing };
  if (state === 'declined') {
    return { key: 'declined', recheck: recheck ?? 'pending', amounts: amountsCompared(attempt) };
  }
  if (state === 'conflict') return { key: 'conflict' };
  // Written down as submitted, and then the call could not leave.
  const left = attempt.submittedAt !== null && attempt.rejectedReason !== 'notSent';
  return { key: left ? 'refused' : 'neverSent' };
}

const EVIDENCE = /^evidence:(.+)$/;
const PROOFS: readonly Proof[] = ['thirdPartyQuery', 'billState', 'receiptGrowth'];

function statementOf(attempt: Attempt, { to, cause }: StateChange): Statement {
  const evidence = EVIDENCE.exec(cause)?.[1];
  if (evidence !== undefined) {
    const proof = PROOFS.find((one) => one === evidence) ?? null;
    return { key: to === 'conflict' ? 'conflictingEvidence' : 'evidence', proof };
  }
  switch (cause) {
    case 'prepared':
      return { key: 'prepared' };
    case 'submit':
      return { key: 'submitted' };
    case 'abandon':
      return { key: 'abandoned' };
    case 'restart':
      return { key: to === 'rejected' ? 'notSentAtRestart' : 'restarted' };
    case 'watchEnded':
      return { key: 'watchEnded' };
    case 'recheck:moved':
      return { key: 'recheckMoved' };
    case 'staff':
      return staffStatement(attempt, to);
    default:
      return answerStatement(attempt, to, cause);
  }
}

function answerStatement(attempt: Attempt, to: AttemptState, cause: string): Statement {
  switch (cause) {
    case 'answer:collected':
      return to === 'conflict'
        ? { key: 'conflictingEvidence', proof: 'lateAnswer' }
        : { key: 'answeredCollected' };
    case 'answer:awaiting':
      return { key: 'answeredAwaiting' };
    case 'answer:declined':
      return { key: 'answeredDeclined', message: attempt.message };
    case 'answer:rejected':
      return { key: 'answeredRejected', reason: attempt.rejectedReason };
    case 'answer:unknown':
      return { key: 'answeredUnknown', reason: attempt.unknownReason };
    default:
      return { key: 'became', state: to };
  }
}

function staffStatement({ closing }: Attempt, to: AttemptState): Statement {
  if (closing === null || (to !== 'staffPaid' && to !== 'staffNotPaid')) {
    return { key: 'became', state: to };
  }
  return { key: to, by: closing.by, note: closing.note };
}
