import { CashierError } from './cashier-error';

/**
 * A call was refused because of the time it was signed for, and the server's time could not be taken
 * up. Says nothing about user name, password or session.
 */
export class ClockWrongError extends CashierError {
  readonly code = 'clockWrong';

  /** @param offBy server's clock minus phone's clock, ms, as the server tells it; null: not told */
  constructor(readonly offBy: number | null) {
    super(`refused because of the clock: ${offBy === null ? 'not told' : `${String(offBy)} ms`}`);
  }
}
