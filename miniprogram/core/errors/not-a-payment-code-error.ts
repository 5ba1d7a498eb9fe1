import type { OtherScan } from '../payment-code';
import { CashierError } from './cashier-error';

/** What was scanned is not a WeChat payment code; `reason` says what it looks like instead. */
export class NotAPaymentCodeError extends CashierError {
  readonly code = 'notAPaymentCode';

  constructor(readonly reason: OtherScan) {
    super(`not a WeChat payment code: ${reason}`);
  }
}
