import { CashierError } from './cashier-error';

/** The server answered a read with an errcode other than 0; `words` is its errmsg, made for people. */
export class ServerRefusedError extends CashierError {
  readonly code = 'serverRefused';

  constructor(
    readonly errcode: number,
    readonly words: string,
  ) {
    super(`errcode ${errcode}`);
  }
}
