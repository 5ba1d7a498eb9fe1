import { CashierError } from './cashier-error';

/** The answer to a read is not what the contract says (status, envelope or tag). */
export class UnreadableAnswerError extends CashierError {
  readonly code = 'unreadableAnswer';

  constructor(
    readonly status: number,
    readonly why: string,
  ) {
    super(`unreadable answer (${status}): ${why}`);
  }
}
