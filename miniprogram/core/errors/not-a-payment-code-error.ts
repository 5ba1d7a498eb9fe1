import { CashierError } from './cashier-error';

import type { OtherScan } from '../payment-code';

/** What was scanned is not a WeChat payment code; `found` says what it looks like instead. */
export class NotAPaymentCodeError extends CashierError {
  readonly code = 'notAPaymentCode';

  constructor(readonly found: OtherScan) {
    super(`not a WeChat payment code: ${found}`);
  }
}
