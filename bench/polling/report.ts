import { PAYMENTS_PER_TILL_AND_HOUR, ROUND_TRIP, TILLS } from './assumptions';
import { describe, type Distribution, neverShare } from './distributions';
import { leastDelay, type Optimum } from './frontier';
import { GOAL } from './judge';
import { meanLoad } from './load';
import type { Measure } from './measure';
import { figure, markdownTable, percent, seconds } from './table';

/** A policy's peaks: queries in the fullest second per number of tills, and the share in step. */
export interface Peaks {
  readonly steady: readonly number[];
  readonly inStep: number;
}

const DELAYS = ['policy', 'mean delay', '95 %', 'mean, same payments', 'noticed', 'queries'];

function delayCells(measure: Measure): string[] {
  return [
    measure.policy.name,
    seconds(measure.meanDelay),
    seconds(measure.delay95),
    seconds(measure.commonMeanDelay),
    percent(measure.noticed),
    measure.queries.toFixed(2),
  ];
}

/** The one table: delay, what is noticed, queries, and the load on a server. */
export function mainTable(rows: readonly { measure: Measure; peaks: Peaks }[]): string {
  const head = [...DELAYS, ...TILLS.map((tills) => `q/s ${figure(tills)} tills`), 'in step'];
  return markdownTable(
    head,
    rows.map(({ measure, peaks }) => [
      ...delayCells(measure),
      ...TILLS.map((tills, index) => {
        const peak = figure(peaks.steady[index] ?? NaN);
        return `${figure(meanLoad(tills, measure.queries))} (${peak})`;
      }),
      percent(peaks.inStep, 0),
    ]),
  );
}

/** The same for another distribution, without the load. */
export function delayTable(measures: readonly Measure[]): string {
  return markdownTable(DELAYS, measures.map(delayCells));
}

export function heading(distribution: Distribution): string {
  return `${distribution.name}: ${describe(distribution)}`;
}

export const LEGEND = [
  `delay: from the server knowing to the screen, round trip of ${ROUND_TRIP} ms included, over the`,
  '  payments that policy noticed; "same payments": over those that every policy noticed.',
  'noticed: share of the confirmed payments; the rest stays unknown when the policy gives up.',
  'queries: per payment, never-confirmed ones included; for ours also the follow-up after the watch.',
  `q/s: mean (fullest second of ten minutes) at ${PAYMENTS_PER_TILL_AND_HOUR} payments with password per till and hour.`,
  'in step: largest share of tills asking within one second when all were answered errcode 1 at once.',
].join('\n');

/** Budgets the frontier is shown for, queries a payment. */
const BUDGETS = [4, 5, 5.5, 6, 7, 8, 10];

/** What any schedule could reach, and where ours stands. */
export function frontierTable(
  optima: readonly Optimum[],
  ours: Measure,
  distribution: Distribution,
): string {
  const confirmed = 1 - neverShare(distribution);
  const least = (queries: number): number =>
    leastDelay(optima, queries - ours.followUps, confirmed);
  const table = markdownTable(
    ['queries a payment', 'least mean delay'],
    BUDGETS.map((queries) => [queries.toFixed(1), seconds(least(queries))]),
  );
  const bound = seconds(least(ours.queries));
  return [
    table,
    '',
    `Ours: ${seconds(ours.meanDelay)} at ${ours.queries.toFixed(2)} queries; the least possible there is ${bound}.`,
    `At ${GOAL.queries} queries nothing goes below ${seconds(least(GOAL.queries))}: a query helps only those who confirm in the gap`,
    'before it, everybody still unnoticed pays for it, and some are bound by rule (at once after',
    'errcode 1, after 60 s, the follow-up). The bound is a shortest path over all choices of moments.',
    `A best schedule of about as many queries asks at ${momentsOf(optima, ours.queries - ours.followUps)} s.`,
  ].join('\n');
}

/** The optimum nearest to so many queries within the watch: its moments, s. */
function momentsOf(optima: readonly Optimum[], queries: number): string {
  const distance = (optimum: Optimum): number => Math.abs(optimum.queries - queries);
  const nearest = optima.reduce((best, other) => (distance(other) < distance(best) ? other : best));
  return nearest.sentAt.map((at) => (at / 1000).toFixed(1)).join(', ');
}
