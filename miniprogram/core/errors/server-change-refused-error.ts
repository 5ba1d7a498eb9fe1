import { CashierError } from './cashier-error';

/** Why the server stays. The first three are about the address, the others about what is under way. */
export type ServerChangeRefusedReason =
  | 'notAnAddress'
  /** Plain http to a place that is not local. */
  | 'insecure'
  | 'inUse'
  /** Between the tap and the call. */
  | 'collecting'
  /** The answer to a call is still open. */
  | 'sending'
  /** What came of a payment stands in memory only. */
  | 'unwritten';

/** The app goes on with the server that it has. */
export class ServerChangeRefusedError extends CashierError {
  readonly code = 'serverChangeRefused';

  constructor(readonly reason: ServerChangeRefusedReason) {
    super(`may not change the server: ${reason}`);
  }
}
