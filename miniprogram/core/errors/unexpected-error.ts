import { CashierError } from './cashier-error';

/** Something threw that is not ours: a programming mistake or a platform failure. */
export class UnexpectedError extends CashierError {
  readonly code = 'unexpected';

  constructor(readonly thrown: unknown) {
    super(thrown instanceof Error ? thrown.message : 'unexpected');
  }
}
