import { ROUND_TRIP } from './assumptions';
import type { Asked, Policy } from './policies';
import type { Fraction } from './random';

/** How one payment went. */
export interface PaymentRun {
  readonly queries: number;
  /** Of those: after the watch, about an unresolved payment that nobody closes. */
  readonly followUps: number;
  /** From confirmation to screen, ms; null: never noticed. */
  readonly delay: number | null;
}

/**
 * Runs one payment on virtual time. One query is in flight at a time; every query is answered.
 *
 * @param confirmedAt ms since errcode 1; infinite: never
 * @param onQuery told of each query, ms since errcode 1
 */
export function runPayment(
  policy: Policy,
  confirmedAt: number,
  random: Fraction,
  onQuery?: (sentAt: number) => void,
): PaymentRun {
  const asked: Asked = { queries: 0, lastSentAt: null, unresolvedAt: null };
  let followUps = 0;
  for (;;) {
    const due = policy.next(asked, random());
    if (due === null) return { queries: asked.queries, followUps, delay: null };
    const answered = asked.lastSentAt === null ? 0 : asked.lastSentAt + ROUND_TRIP;
    const sentAt = Math.max(due, answered);
    onQuery?.(sentAt);
    asked.queries += 1;
    if (asked.unresolvedAt !== null) followUps += 1;
    if (confirmedAt <= sentAt + ROUND_TRIP / 2) {
      return { queries: asked.queries, followUps, delay: sentAt + ROUND_TRIP - confirmedAt };
    }
    asked.lastSentAt = sentAt;
    if (asked.unresolvedAt === null && policy.endsWatch(sentAt)) {
      asked.unresolvedAt = sentAt + ROUND_TRIP;
    }
  }
}
