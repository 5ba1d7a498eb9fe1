import { CashierError } from './cashier-error';

/** Why a read brought nothing. */
export type NoAnswerReason = 'interrupted' | 'domainNotAllowed' | 'network';

/** A read got no answer at all. Says nothing about money: only reads raise it. */
export class NoAnswerError extends CashierError {
  readonly code = 'noAnswer';

  constructor(readonly reason: NoAnswerReason) {
    super(`no answer: ${reason}`);
  }
}
