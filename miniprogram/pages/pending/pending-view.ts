import { problemText } from '../../services/problem-text';
import { sentences, words } from '../../config/words';
import type { Attempt } from '../../core/attempt';
import { OtherServerError } from '../../core/errors/other-server-error';
import { displayYuan } from '../../core/money';
import { formatClock } from '../../core/time';
import type { Fact } from '../../components/fact-list/fact-list';
import type { SessionService } from '../../services/session';
import type { Asking } from '../../services/watcher';

/** What the pending page shows of an attempt. */
export interface PendingView {
  readonly tone: 'waiting' | 'unknown' | 'success';
  readonly heading: string;
  readonly hint: string;
  readonly advice: string;
  readonly amount: string;
  readonly facts: readonly Fact[];
  /** When it was sent, ms since 1970. */
  readonly since: number;
  /** What asking has brought. */
  readonly asking: string;
  readonly askAction: string;
  readonly signInNeeded: boolean;
  /** Staff may close it by their word. */
  readonly mayClose: boolean;
}

export function pendingView(
  attempt: Attempt,
  asking: Asking,
  session: Pick<SessionService, 'current' | 'wasRefused'>,
): PendingView {
  const signedIn = session.current() !== null;
  const unresolved = attempt.state === 'unresolved';
  return {
    ...head(attempt),
    amount: displayYuan(attempt.amount),
    facts: [{ label: words.common.bill, value: attempt.bill }],
    since: attempt.submittedAt ?? attempt.preparedAt,
    asking: signedIn ? askingText(attempt, asking) : signedOutText(session.wasRefused()),
    askAction: unresolved ? words.pending.askAgain : words.pending.askNow,
    signInNeeded: !signedIn,
    mayClose: unresolved && signedIn && !(asking.problem instanceof OtherServerError),
  };
}

function head(attempt: Attempt): Pick<PendingView, 'tone' | 'heading' | 'hint' | 'advice'> {
  const { pending } = words;
  switch (attempt.state) {
    case 'awaiting':
      return { tone: 'waiting', heading: pending.awaiting, hint: pending.awaitingHint, advice: '' };
    case 'unresolved':
      return {
        tone: 'unknown',
        heading: pending.unresolved,
        hint: pending.unresolvedHint,
        advice: pending.unresolvedAdvice,
      };
    case 'collected':
      return { tone: 'success', heading: pending.received, hint: pending.receivedHint, advice: '' };
    default:
      return {
        tone: 'waiting',
        heading: pending.confirming,
        hint: pending.confirmingHint,
        advice: '',
      };
  }
}

function signedOutText(refused: boolean): string {
  return refused ? words.pending.sessionRefused : words.pending.notSignedIn;
}

function askingText({ state }: Attempt, asking: Asking): string {
  if (asking.inFlight) return words.pending.asking;
  if (asking.problem !== null) return problemText(asking.problem);
  const received = state === 'collected';
  if (asking.weakEvidence && !received) return words.pending.weak;
  if (asking.answeredSentAt === null) return '';
  const clock = formatClock(asking.answeredSentAt);
  return received ? sentences.askedIfComplete(clock) : sentences.asked(clock);
}
