import { CashierError } from './cashier-error';

/** The phone has no network at the tap: a new charge is refused, and nothing is ever queued. */
export class OfflineError extends CashierError {
  readonly code = 'offline';

  constructor() {
    super('the phone has no network');
  }
}
