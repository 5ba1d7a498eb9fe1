import { CashierError } from './cashier-error';

/** The scanner failed for another reason than the person cancelling it. */
export class ScanFailedError extends CashierError {
  readonly code = 'scanFailed';

  constructor() {
    super('the scanner could not be used');
  }
}
