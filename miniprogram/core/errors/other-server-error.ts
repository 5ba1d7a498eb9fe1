import { CashierError } from './cashier-error';

/** The attempt was sent to another server than the one in use, and only that one knows of it. */
export class OtherServerError extends CashierError {
  readonly code = 'otherServer';

  /** @param server base URL */
  constructor(readonly server: string) {
    super('the attempt belongs to another server');
  }
}
