import { CashierError } from './cashier-error';

/** The bill has an attempt whose outcome is not known; it must not be charged again (docs/payment-safety.md, invariant 4). */
export class BillBlockedError extends CashierError {
  readonly code = 'billBlocked';

  constructor(readonly attemptId: string) {
    super('the bill has an attempt that is not decided');
  }
}
