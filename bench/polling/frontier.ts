import { ROUND_TRIP } from './assumptions';

/** A schedule that no other beats, for one price of a query. */
export interface Optimum {
  /** What a query was taken to be worth: ms of one customer's delay. */
  readonly price: number;
  /** Mean delay over the confirmed payments, ms. */
  readonly meanDelay: number;
  /** Queries per payment within the watch. */
  readonly queries: number;
  /** When its queries are sent, ms since errcode 1. */
  readonly sentAt: readonly number[];
}

/** Queries are sent on multiples of this, ms. */
const STEP = 50;

/** Prices tried, ms of delay a query: from nearly free to hardly ever worth it. */
const PRICES = Array.from({ length: 61 }, (_unused, index) => 50 * 1.1 ** index);

/**
 * The best of all schedules that ask at once and at the watch's end, for many prices of a query:
 * exact over every choice of moments on the grid (shortest path), for these very payments.
 *
 * A schedule's cost is the sum of its gaps' costs: between two queries only who confirmed in that
 * gap waits, and every payment not yet noticed pays the next query. No jitter, chance or rule of
 * thumb can beat it: a random schedule is a mean of fixed ones.
 *
 * @param confirmations ms since errcode 1, infinite: never
 * @param watch when the last query is sent, ms since errcode 1
 */
export function frontier(confirmations: Float64Array, watch: number): Optimum[] {
  const moments = Math.ceil(watch / STEP) + 1;
  const known = knownAt(confirmations, moments);
  return PRICES.map((price) => shortest(known, confirmations.length, moments, price));
}

/**
 * A bound from below: no schedule of so many queries a payment has a smaller mean delay, ms. Each
 * optimum says: delay + price × queries is at least this much.
 *
 * @param confirmedShare share of payments that are confirmed at all, 0 to 1
 */
export function leastDelay(
  optima: readonly Optimum[],
  queries: number,
  confirmedShare: number,
): number {
  return Math.max(
    ...optima.map(
      (best) => best.meanDelay + (best.price * (best.queries - queries)) / confirmedShare,
    ),
  );
}

/** How many are confirmed when a query of each moment reaches the server, and the sum of when. */
interface Known {
  readonly count: Float64Array;
  readonly sum: Float64Array;
}

function knownAt(confirmations: Float64Array, moments: number): Known {
  const count = new Float64Array(moments);
  const sum = new Float64Array(moments);
  const sorted = confirmations.slice().sort();
  let payment = 0;
  let soFar = 0;
  for (let moment = 0; moment < moments; moment += 1) {
    const reaches = moment * STEP + ROUND_TRIP / 2;
    for (let at = sorted[payment]; at !== undefined && at <= reaches; at = sorted[payment]) {
      soFar += at;
      payment += 1;
    }
    count[moment] = payment;
    sum[moment] = soFar;
  }
  return { count, sum };
}

function shortest(
  { count, sum }: Known,
  payments: number,
  moments: number,
  price: number,
): Optimum {
  const at = (list: Float64Array, moment: number): number => list[moment] ?? 0;
  /** What those wait in all who confirm after one query and are noticed by the next, ms. */
  const waited = (from: number, to: number): number => {
    const screen = to * STEP + ROUND_TRIP;
    return screen * (at(count, to) - at(count, from)) - (at(sum, to) - at(sum, from));
  };
  const cost = new Float64Array(moments).fill(Infinity);
  const previous = new Int32Array(moments);
  cost[0] = 0; // Who confirmed before the first query was even sent is the same for all.
  for (let to = 1; to < moments; to += 1) {
    for (let from = 0; from < to; from += 1) {
      const total = at(cost, from) + waited(from, to) + price * (payments - at(count, from));
      if (total < at(cost, to)) {
        cost[to] = total;
        previous[to] = from;
      }
    }
  }
  const path = [moments - 1];
  while (path[0] !== undefined && path[0] > 0) path.unshift(previous[path[0]] ?? 0);
  let delay = ROUND_TRIP * at(count, 0) - at(sum, 0);
  let queries = payments;
  path.slice(1).forEach((to, index) => {
    const from = path[index] ?? 0;
    delay += waited(from, to);
    queries += payments - at(count, from);
  });
  return {
    price,
    meanDelay: delay / at(count, moments - 1),
    queries: queries / payments,
    sentAt: path.map((moment) => moment * STEP),
  };
}
