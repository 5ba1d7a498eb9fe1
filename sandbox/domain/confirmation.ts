import type { Instant } from './clock';
import type { Fen } from './money';

/** WeChat revokes a payment that the customer leaves unconfirmed for this long. */
export const REVOKE_AFTER_MS = 45_000;

/**
 * `password`: waits for the customer. `processing`: WeChat itself takes its time and then pays
 * (a fault the tester chose).
 */
export type ConfirmationKind = 'password' | 'processing';

export type ConfirmationState = 'waiting' | 'paid' | 'cancelled' | 'revoked';

/** A payment that was answered with errcode 1: no money has moved while it is `waiting`. */
export interface Confirmation {
  /** The serial the payment has, or will have, in the ledger. */
  readonly serial: number;
  readonly kind: ConfirmationKind;
  readonly customerId: string;
  readonly billNumber: string;
  readonly fen: Fen;
  readonly code: string;
  readonly by: string;
  readonly startedAt: Instant;
  /** `password`: revoked then. `processing`: paid then. */
  readonly endsAt: Instant;
  state: ConfirmationState;
}

/** Those whose time is up at `now`, earliest first, so that events happen in their true order. */
export function overdue(list: readonly Confirmation[], now: Instant): Confirmation[] {
  return list
    .filter((item) => item.state === 'waiting' && item.endsAt <= now)
    .sort((a, b) => a.endsAt - b.endsAt || a.serial - b.serial);
}
