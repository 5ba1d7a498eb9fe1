import { CashierError } from './cashier-error';

/** Something other than digits was about to be encrypted. The text itself is never in the message. */
export class UnusablePaymentCodeError extends CashierError {
  readonly code = 'unusablePaymentCode';

  constructor() {
    super('only the digits of a payment code can be encrypted');
  }
}
