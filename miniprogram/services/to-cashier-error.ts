import { CashierError } from '../core/errors/cashier-error';
import { UnexpectedError } from '../core/errors/unexpected-error';

/** Whatever was thrown, as an error that can be put into words. */
export function toCashierError(thrown: unknown): CashierError {
  return thrown instanceof CashierError ? thrown : new UnexpectedError(thrown);
}
