import { CashierError } from './cashier-error';

import type { AttemptState } from '../attempt';

/** A programming mistake: `ALLOWED` in core/transitions.ts does not allow this change. */
export class IllegalTransitionError extends CashierError {
  readonly code = 'illegalTransition';

  constructor(
    readonly from: AttemptState,
    readonly to: AttemptState,
  ) {
    super(`${from} may not become ${to}`);
  }
}
