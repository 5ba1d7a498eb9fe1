import { AmountAboveRemainingError } from '../core/errors/amount-above-remaining-error';
import type { CashierError } from '../core/errors/cashier-error';
import { ClockWrongError } from '../core/errors/clock-wrong-error';
import { ClosingTooEarlyError } from '../core/errors/closing-too-early-error';
import { ExportFailedError } from '../core/errors/export-failed-error';
import { InvalidAmountError } from '../core/errors/invalid-amount-error';
import { InvalidBillNumberError } from '../core/errors/invalid-bill-number-error';
import { InvalidSampleError } from '../core/errors/invalid-sample-error';
import { InvalidSignInError } from '../core/errors/invalid-sign-in-error';
import { NoAnswerError } from '../core/errors/no-answer-error';
import { NotAPaymentCodeError } from '../core/errors/not-a-payment-code-error';
import { OtherServerError } from '../core/errors/other-server-error';
import { ServerChangeRefusedError } from '../core/errors/server-change-refused-error';
import { ServerRefusedError } from '../core/errors/server-refused-error';
import { SignOutRefusedError } from '../core/errors/sign-out-refused-error';
import { displayYuan } from '../core/money';
import { problemWords, sentences } from '../config/words';

/** An error in words that staff can act on. */
export function problemText(error: CashierError): string {
  if (error instanceof InvalidAmountError) return problemWords.invalidAmount[error.reason];
  if (error instanceof InvalidBillNumberError) return problemWords.invalidBillNumber[error.reason];
  if (error instanceof NotAPaymentCodeError) return problemWords.notAPaymentCode[error.found];
  if (error instanceof InvalidSignInError) return problemWords.invalidSignIn[error.reason];
  if (error instanceof ClosingTooEarlyError) return problemWords.closingTooEarly[error.reason];
  if (error instanceof ExportFailedError) return problemWords.exportFailed[error.reason];
  if (error instanceof InvalidSampleError) return problemWords.invalidSample[error.reason];
  if (error instanceof SignOutRefusedError) return problemWords.signOutRefused[error.reason];
  if (error instanceof ServerChangeRefusedError) {
    return problemWords.serverChangeRefused[error.reason];
  }
  if (error instanceof NoAnswerError) return problemWords.noAnswer[error.reason];
  if (error instanceof AmountAboveRemainingError) {
    return sentences.aboveRemaining(displayYuan(error.remaining));
  }
  if (error instanceof OtherServerError) return sentences.otherServer(error.server);
  if (error instanceof ClockWrongError && error.offBy !== null) {
    return sentences.clockWrong(formatDifference(error.offBy));
  }
  // errmsg is documented as made to be shown.
  if (error instanceof ServerRefusedError && error.words !== '') return error.words;
  const text = (problemWords as Readonly<Record<string, unknown>>)[error.code];
  return typeof text === 'string' ? text : problemWords.unexpected;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A difference of clocks (ms, either sign) as staff say it: whole minutes, then hours, then days. */
function formatDifference(ms: number): string {
  const size = Math.abs(ms);
  if (size >= 2 * DAY) return sentences.days(Math.round(size / DAY));
  if (size >= 2 * HOUR) return sentences.hours(Math.round(size / HOUR));
  return sentences.minutes(Math.max(1, Math.round(size / MINUTE)));
}
