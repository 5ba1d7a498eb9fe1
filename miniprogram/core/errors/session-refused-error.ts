import { CashierError } from './cashier-error';

/** A read was answered 401 or 403: sign in again. */
export class SessionRefusedError extends CashierError {
  readonly code = 'sessionRefused';

  constructor() {
    super('the server refused the session');
  }
}
