import { CashierError } from './cashier-error';

/** The server is not reached by https, where it must be: nothing is sent to it, and nobody signs in. */
export class InsecureServerError extends CashierError {
  readonly code = 'insecureServer';

  constructor(readonly baseUrl: string) {
    super(`not https: ${baseUrl}`);
  }
}
