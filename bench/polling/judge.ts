import type { Measure } from './measure';

/** The goal on the stated distribution: mean delay, ms, and queries per payment. */
export const GOAL = { meanDelay: 1_500, queries: 6 };

/**
 * Policies that are better than ours on both: queries per payment, and mean delay, whether over
 * the payments they noticed themselves or over those that everybody noticed.
 */
export function betterOnBoth(ours: Measure, others: readonly Measure[]): Measure[] {
  return others.filter(
    (other) =>
      other.queries <= ours.queries &&
      (other.meanDelay <= ours.meanDelay || other.commonMeanDelay <= ours.commonMeanDelay),
  );
}

export function reachesGoal(ours: Measure): boolean {
  return ours.meanDelay <= GOAL.meanDelay && ours.queries <= GOAL.queries;
}
