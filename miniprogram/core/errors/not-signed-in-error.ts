import { CashierError } from './cashier-error';

/** The action needs a session and there is none. */
export class NotSignedInError extends CashierError {
  readonly code = 'notSignedIn';

  constructor() {
    super('nobody is signed in');
  }
}
