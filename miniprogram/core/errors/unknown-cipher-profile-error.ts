import { CashierError } from './cashier-error';

/** The setting names a cipher profile that does not exist. */
export class UnknownCipherProfileError extends CashierError {
  readonly code = 'unknownCipherProfile';

  constructor(readonly profile: string) {
    super(`no cipher profile named ${profile}`);
  }
}
