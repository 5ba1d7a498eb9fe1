import { type Money, noMoney } from '../judge/end';
import type { Violation } from '../judge/verdicts';
import type { SeedResult } from './simulate';

/** What many seeds come to; plain data, so that it travels between workers. */
export interface Totals {
  seeds: number;
  payments: number;
  posts: number;
  queries: number;
  steps: number;
  injected: Record<string, number>;
  residuals: Record<string, number>;
  refusals: Record<string, number>;
  money: Money;
  /** The first violation of each seed that failed. */
  failures: { readonly seed: number; readonly violation: Violation }[];
}

export function noTotals(): Totals {
  return {
    seeds: 0,
    payments: 0,
    posts: 0,
    queries: 0,
    steps: 0,
    injected: {},
    residuals: {},
    refusals: {},
    money: noMoney(),
    failures: [],
  };
}

export function addSeed(totals: Totals, result: SeedResult): void {
  totals.seeds += 1;
  totals.payments += result.payments;
  totals.posts += result.posts;
  totals.queries += result.queries;
  totals.steps += result.steps;
  addCounts(totals.injected, Object.fromEntries(result.injected));
  addCounts(totals.residuals, Object.fromEntries(result.residuals));
  addCounts(totals.refusals, Object.fromEntries(result.refusals));
  addMoney(totals.money, result.money);
  const [violation] = result.violations;
  if (violation !== undefined) totals.failures.push({ seed: result.seed, violation });
}

export function addTotals(totals: Totals, more: Totals): void {
  totals.seeds += more.seeds;
  totals.payments += more.payments;
  totals.posts += more.posts;
  totals.queries += more.queries;
  totals.steps += more.steps;
  addCounts(totals.injected, more.injected);
  addCounts(totals.residuals, more.residuals);
  addCounts(totals.refusals, more.refusals);
  addMoney(totals.money, more.money);
  totals.failures.push(...more.failures);
  totals.failures.sort((a, b) => a.seed - b.seed);
}

function addCounts(sum: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + count;
}

function addMoney(sum: Money, more: Money): void {
  for (const place of Object.keys(sum) as (keyof Money)[]) sum[place] += more[place];
}
