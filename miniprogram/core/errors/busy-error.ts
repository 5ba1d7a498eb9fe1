import { CashierError } from './cashier-error';

/** A collection is being started already; the second tap does nothing. */
export class BusyError extends CashierError {
  readonly code = 'busy';

  constructor() {
    super('an attempt is being started');
  }
}
