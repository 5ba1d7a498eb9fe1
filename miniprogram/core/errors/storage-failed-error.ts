import { CashierError } from './cashier-error';

/** The phone's storage refused or failed; a new charge is stopped by it (docs/payment-safety.md, invariant 8). */
export class StorageFailedError extends CashierError {
  readonly code = 'storageFailed';

  constructor(readonly why: string) {
    super(`storage: ${why}`);
  }
}
