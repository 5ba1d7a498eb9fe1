import { CashierError } from './cashier-error';

/** Why a sample cannot be encrypted for comparison. */
export type InvalidSampleReason = 'noPassword' | 'badCode' | 'ownPassword';

/** What was typed on the self-check page. The text itself is never in the message. */
export class InvalidSampleError extends CashierError {
  readonly code = 'invalidSample';

  constructor(readonly reason: InvalidSampleReason) {
    super(`not a sample: ${reason}`);
  }
}
