import { CashierError } from './cashier-error';

/** Why a read brought nothing. `repeated`: only the refusal of a repeat came back, twice. */
export type NoAnswerReason = 'interrupted' | 'domainNotAllowed' | 'network' | 'repeated';

/** A read got no answer to itself. Says nothing about money: only reads raise it. */
export class NoAnswerError extends CashierError {
  readonly code = 'noAnswer';

  constructor(readonly reason: NoAnswerReason) {
    super(`no answer: ${reason}`);
  }
}
