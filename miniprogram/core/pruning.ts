import { type Attempt, blocksBill, isLoudConflict, isUndecided } from './attempt';

/** How much of the past the journal keeps. */
export interface KeepingPolicy {
  /** Settled records whose last change is older than this go, ms. */
  readonly keepFor: number;
  /** Of more settled records than this the oldest go: a full storage would stop the next charge. */
  readonly keepAtMost: number;
}

/**
 * Which attempts may be forgotten, the oldest first: settled ones that are too old or too many.
 * Never one that is undecided, that still blocks its bill, or a conflict that nobody has acknowledged.
 *
 * Age is counted back from the newest entry of the journal where the clock is ahead of it: a phone
 * whose clock jumps to next year forgets nothing.
 *
 * @param now ms since 1970
 */
export function prunable(
  attempts: readonly Attempt[],
  now: number,
  { keepFor, keepAtMost }: KeepingPolicy,
): readonly Attempt[] {
  const newest = Math.max(...attempts.map(lastChange), -Infinity);
  const today = Math.min(now, newest);
  const settled = attempts.filter(isSettled).sort((a, b) => lastChange(a) - lastChange(b));
  const tooMany = settled.length - keepAtMost;
  return settled.filter(
    (attempt, index) => index < tooMany || today - lastChange(attempt) > keepFor,
  );
}

function isSettled(attempt: Attempt): boolean {
  return !isUndecided(attempt) && !blocksBill(attempt) && !isLoudConflict(attempt);
}

/** When anything last happened to an attempt, ms since 1970. */
function lastChange({ preparedAt, stateAt, acknowledgedAt, closing }: Attempt): number {
  return Math.max(preparedAt, stateAt, acknowledgedAt ?? 0, closing?.at ?? 0);
}
