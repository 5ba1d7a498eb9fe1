import { CashierError } from './cashier-error';

/** What stopped an export: the file could not be written, sent or copied. */
export type ExportFailedReason =
  /** The phone, or this mini program's share of it, is full. */
  | 'full'
  | 'notWritten'
  | 'notSent'
  | 'notCopied'
  /** The person did not agree to WeChat's privacy question. */
  | 'privacyRefused'
  /** The mini program's privacy statement does not name this use: only an administrator can help. */
  | 'privacyUndeclared';

/** A file could not be handed over. Nothing of the cashier's own records is affected. */
export class ExportFailedError extends CashierError {
  readonly code = 'exportFailed';

  constructor(readonly reason: ExportFailedReason) {
    super(`export failed: ${reason}`);
  }
}
