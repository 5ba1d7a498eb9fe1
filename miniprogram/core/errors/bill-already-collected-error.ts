import { CashierError } from './cashier-error';

/** The fresh read says paystate "3": nothing more may be charged on this bill. */
export class BillAlreadyCollectedError extends CashierError {
  readonly code = 'billAlreadyCollected';

  constructor() {
    super('the bill is fully collected');
  }
}
