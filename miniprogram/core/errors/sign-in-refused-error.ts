import { CashierError } from './cashier-error';

/** The server answered 401 to Login. */
export class SignInRefusedError extends CashierError {
  readonly code = 'signInRefused';

  constructor() {
    super('the server refused user name or password');
  }
}
