import { CashierError } from './cashier-error';

/** The KEY is not what UPPER(MD5(password)) gives. The KEY itself is never in the message. */
export class InvalidSessionKeyError extends CashierError {
  readonly code = 'invalidSessionKey';

  constructor() {
    super('a session KEY is 32 upper-case hex digits');
  }
}
