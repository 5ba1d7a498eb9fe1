import { AmountAboveRemainingError } from '../core/errors/amount-above-remaining-error';
import type { CashierError } from '../core/errors/cashier-error';
import { ClockWrongError } from '../core/errors/clock-wrong-error';
import { OtherServerError } from '../core/errors/other-server-error';
import { ServerRefusedError } from '../core/errors/server-refused-error';
import { displayYuan } from '../core/money';
import { problemWords, sentences } from '../config/words';

/** Words by an error's code; for some errors a text for each `reason`. */
const WORDS: Readonly<Record<string, string | Readonly<Record<string, string>>>> = problemWords;

/** An error in words that staff can act on. */
export function problemText(error: CashierError): string {
  if (error instanceof AmountAboveRemainingError) {
    return sentences.aboveRemaining(displayYuan(error.remaining));
  }
  if (error instanceof OtherServerError) return sentences.otherServer(error.server);
  if (error instanceof ClockWrongError && error.offBy !== null) {
    return sentences.clockWrong(formatDifference(error.offBy));
  }
  // errmsg is documented as made to be shown.
  if (error instanceof ServerRefusedError && error.words !== '') return error.words;
  const found = WORDS[error.code];
  const text = typeof found === 'object' && 'reason' in error ? found[String(error.reason)] : found;
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
