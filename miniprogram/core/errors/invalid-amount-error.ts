import { CashierError } from './cashier-error';

/** Why a typed amount cannot be used. */
export type InvalidAmountReason =
  'empty' | 'notANumber' | 'tooManyDecimals' | 'notPositive' | 'tooLarge';

/** The typed amount is not a positive number of yuan with at most two decimals. */
export class InvalidAmountError extends CashierError {
  readonly code = 'invalidAmount';

  constructor(readonly reason: InvalidAmountReason) {
    super(`not a usable amount: ${reason}`);
  }
}
