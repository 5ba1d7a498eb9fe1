import { CashierError } from './cashier-error';

/** Signed out, but the encrypted storage could not be cleared: the session may come back at the next start. */
export class SessionNotForgottenError extends CashierError {
  readonly code = 'sessionNotForgotten';

  constructor() {
    super('the kept session could not be removed');
  }
}
