import type { Attempt } from './attempt';
import { nextRecheckAt, type RecheckProgress } from './recheck';
import { type AskingProgress, nextQueryAt, type Waiting, type WatchPolicy } from './watch';

/** Collected, but nobody knows yet whether the whole bill is. */
export function awaitsBillState({ state, billComplete }: Attempt): boolean {
  return state === 'collected' && billComplete === null;
}

/** Such a bill is asked about as closely as an undecided attempt, and as rarely after as long. */
function billStateWait(
  submittedAt: number,
  stateAt: number,
  { lastSentAt }: AskingProgress,
  { minimumWatch }: WatchPolicy,
): Waiting {
  const watched = lastSentAt === null || lastSentAt - stateAt < minimumWatch;
  return { state: watched ? 'awaiting' : 'unresolved', submittedAt, stateAt };
}

/**
 * When the schedule wants the next query about an attempt (ms since 1970); null: not by itself.
 *
 * @param random 0 ≤ random < 1, drawn once per query
 * @param now ms since 1970
 */
export function plannedAt(
  attempt: Attempt,
  progress: AskingProgress & { readonly recheck: RecheckProgress },
  random: number,
  now: number,
  { watch, recheckDelay }: { readonly watch: WatchPolicy; readonly recheckDelay: number },
): number | null {
  const { state, stateAt, submittedAt } = attempt;
  if (submittedAt === null) return null;
  switch (state) {
    case 'submitted':
    case 'awaiting':
    case 'unknown':
    case 'unresolved':
      return nextQueryAt({ state, submittedAt, stateAt }, progress, watch, random);
    case 'declined':
      return nextRecheckAt(stateAt, attempt.recheck, progress.recheck, now, recheckDelay);
    case 'collected':
      // The money is there; does it complete the bill?
      if (!awaitsBillState(attempt)) return null;
      return nextQueryAt(
        billStateWait(submittedAt, stateAt, progress, watch),
        progress,
        watch,
        random,
      );
    default:
      return null;
  }
}
