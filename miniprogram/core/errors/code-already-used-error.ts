import { CashierError } from './cashier-error';

/** The same payment code came from the scanner again (docs/payment-safety.md, invariant 1). */
export class CodeAlreadyUsedError extends CashierError {
  readonly code = 'codeAlreadyUsed';

  constructor() {
    super('this payment code was scanned a moment ago');
  }
}
