import { CashierError } from './cashier-error';

/** Attempts of earlier runs are not known yet, so nothing may be charged (docs/payment-safety.md, invariant 2). */
export class JournalNotReadError extends CashierError {
  readonly code = 'journalNotRead';

  constructor() {
    super('the journal has not been read yet');
  }
}
