import { CashierError } from './cashier-error';

/** Why nobody may sign out now: between the tap and the call, or its answer is still open. */
export type SignOutRefusedReason = 'collecting' | 'sending';

/** Signing out drops the KEY that a payment on its way needs. */
export class SignOutRefusedError extends CashierError {
  readonly code = 'signOutRefused';

  constructor(readonly reason: SignOutRefusedReason) {
    super(`may not sign out: ${reason}`);
  }
}
