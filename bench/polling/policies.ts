import {
  nextQueryAt,
  type Waiting,
  watchHasEnded,
  type WatchPolicy,
} from '../../miniprogram/core/watch';
import { ANSWER_AFTER } from './assumptions';

/** What has been asked about one payment. All times in ms since errcode 1. */
export interface Asked {
  queries: number;
  /** When the newest query was sent; null before the first. */
  lastSentAt: number | null;
  /** When the watch ended without evidence; null while it lasts. */
  unresolvedAt: number | null;
}

/** A way of asking about a payment until it is known or given up. */
export interface Policy {
  readonly name: string;
  /** When the next query is due, ms since errcode 1; null: never again. */
  next(asked: Asked, random: number): number | null;
  /** Whether an unsuccessful answer to a query sent then (ms since errcode 1) ends the watch. */
  endsWatch(sentAt: number): boolean;
}

/** Our schedule, by the very functions that run on the phone. */
export function ourPolicy(name: string, watch: WatchPolicy): Policy {
  const submittedAt = -ANSWER_AFTER;
  const awaiting: Waiting = { state: 'awaiting', submittedAt, stateAt: 0 };
  return {
    name,
    next({ queries, lastSentAt, unresolvedAt }, random) {
      const waiting: Waiting =
        unresolvedAt === null
          ? awaiting
          : { state: 'unresolved', submittedAt, stateAt: unresolvedAt };
      return nextQueryAt(waiting, { queries, lastSentAt }, watch, random);
    },
    endsWatch: (sentAt) => watchHasEnded(submittedAt, sentAt, watch),
  };
}

/**
 * A schedule of the field: the first query after one pause, then one per pause until it stops.
 *
 * @param pause shortest and longest pause, s; drawn evenly in between
 * @param stop no query is sent later than this, s after errcode 1
 */
function fieldPolicy(name: string, [least, most]: readonly [number, number], stop: number): Policy {
  return {
    name: `${name} ${least === most ? least : `${least}–${most}`} s / ${stop} s`,
    next({ lastSentAt }, random) {
      const due = (lastSentAt ?? 0) + (least + (most - least) * random) * 1000;
      return due <= stop * 1000 ? due : null;
    },
    endsWatch: () => false,
  };
}

/** Five published ways to ask (docs/payment-safety.md, "When to ask"). */
export const fieldPolicies: readonly Policy[] = [
  fieldPolicy('v2 merchant', [10, 10], 45),
  fieldPolicy('v2 partner', [5, 5], 30),
  fieldPolicy('sound query', [3, 5], 45),
  fieldPolicy('Java sample', [5, 5], 60),
  fieldPolicy('Alipay', [3, 6], 60),
];
