import { CashierError } from './cashier-error';

import type { Fen } from '../money';

/** The receipt says that less remains than the amount asked for. */
export class AmountAboveRemainingError extends CashierError {
  readonly code = 'amountAboveRemaining';

  constructor(
    readonly amount: Fen,
    readonly remaining: Fen,
  ) {
    super(`${amount} fen is more than the ${remaining} fen that remain`);
  }
}
