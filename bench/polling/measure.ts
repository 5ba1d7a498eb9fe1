import { runPayment } from './payment';
import type { Policy } from './policies';
import { type Fraction, seededFraction } from './random';

/** What a policy cost and brought over the same payments as every other. */
export interface Measure {
  readonly policy: Policy;
  /** Mean and 95th percentile of the delay from confirmation to screen, over the noticed, ms. */
  readonly meanDelay: number;
  readonly delay95: number;
  /** The mean over the payments that every policy noticed, ms: giving up early gains nothing. */
  readonly commonMeanDelay: number;
  /** Share of the confirmed payments that were noticed before the policy gave up, 0 to 1. */
  readonly noticed: number;
  /** Queries per payment, all of them counted … */
  readonly queries: number;
  /** … and of those after the watch, about unresolved payments that nobody closes. */
  readonly followUps: number;
}

/** Not noticed, in a list of delays. */
const UNNOTICED = -1;

interface Tally {
  readonly policy: Policy;
  /** Per payment, ms. */
  readonly delays: Float64Array;
  readonly queries: number;
  readonly followUps: number;
}

/** @param confirmations ms since errcode 1, infinite: never */
export function measureAll(
  policies: readonly Policy[],
  confirmations: Float64Array,
  seed: number,
): Measure[] {
  const tallies = policies.map((policy, index) =>
    tally(policy, confirmations, seededFraction(seed, 100 + index)),
  );
  const confirmed = confirmations.reduce((sum, at) => sum + (at < Infinity ? 1 : 0), 0);
  const byAll = (payment: number): boolean =>
    tallies.every(({ delays }) => delays[payment] !== UNNOTICED);
  return tallies.map(({ policy, delays, queries, followUps }) => {
    const noticed = delays.filter((delay) => delay !== UNNOTICED).sort();
    return {
      policy,
      meanDelay: mean(noticed),
      delay95: noticed[Math.floor(noticed.length * 0.95)] ?? NaN,
      commonMeanDelay: mean(delays.filter((_delay, payment) => byAll(payment))),
      noticed: noticed.length / confirmed,
      queries: queries / confirmations.length,
      followUps: followUps / confirmations.length,
    };
  });
}

function tally(policy: Policy, confirmations: Float64Array, random: Fraction): Tally {
  const delays = new Float64Array(confirmations.length);
  let queries = 0;
  let followUps = 0;
  confirmations.forEach((confirmedAt, payment) => {
    const run = runPayment(policy, confirmedAt, random);
    delays[payment] = run.delay ?? UNNOTICED;
    queries += run.queries;
    followUps += run.followUps;
  });
  return { policy, delays, queries, followUps };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
