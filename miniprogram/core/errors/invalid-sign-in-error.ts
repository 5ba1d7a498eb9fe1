import { CashierError } from './cashier-error';

/** Why user name and password cannot even be sent. */
export type InvalidSignInReason = 'noUser' | 'noPassword' | 'userNotAscii';

/** User name or password is missing, or the user name cannot be a Hawk id (printable ASCII only). */
export class InvalidSignInError extends CashierError {
  readonly code = 'invalidSignIn';

  constructor(readonly reason: InvalidSignInReason) {
    super(`cannot sign in: ${reason}`);
  }
}
