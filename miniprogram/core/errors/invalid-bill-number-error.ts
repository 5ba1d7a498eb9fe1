import { CashierError } from './cashier-error';

/** Why a text cannot be a bill number. */
export type InvalidBillNumberReason =
  'empty' | 'tooLong' | 'blankInside' | 'badCharacters' | 'paymentCode' | 'unionPayCode';

/** The text cannot name a bill. The text itself is left out: it may be a payment code. */
export class InvalidBillNumberError extends CashierError {
  readonly code = 'invalidBillNumber';

  constructor(readonly reason: InvalidBillNumberReason) {
    super(`not a bill number: ${reason}`);
  }
}
