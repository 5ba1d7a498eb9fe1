import { CashierError } from './cashier-error';

/** Why staff may not close an attempt by their word yet. */
export type ClosingTooEarlyReason = 'watchRunning' | 'notAnswered' | 'settled';

/** Closing by staff is allowed only after the watch, with a query answered moments ago. */
export class ClosingTooEarlyError extends CashierError {
  readonly code = 'closingTooEarly';

  constructor(readonly reason: ClosingTooEarlyReason) {
    super(`may not be closed by staff: ${reason}`);
  }
}
