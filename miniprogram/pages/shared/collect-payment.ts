import { problemText } from '../../services/problem-text';
import type { BillNumber } from '../../core/bill';
import { BusyError } from '../../core/errors/busy-error';
import type { Fen } from '../../core/money';
import { toCashierError } from '../../services/to-cashier-error';
import { services } from '../../services/services';
import { attemptPage } from './routes';

/**
 * From the tap to the pending page, for every page that can start a collection.
 *
 * @param show puts the attempt's page on the screen (`open` from the home page, `replace` from a result)
 * @returns words for staff when nothing was sent; '' when the call is on its way or the scan was
 *   cancelled
 */
export async function collectPayment(
  bill: BillNumber,
  amount: Fen,
  show: (url: string) => void,
): Promise<string> {
  const { collector, attempts, draft } = services();
  try {
    const id = await collector.collect(bill, amount);
    const attempt = id === null ? null : attempts.get(id);
    if (attempt === null) return '';
    // Nothing may stay behind that one more tap would charge again.
    draft.charged(bill);
    show(attemptPage(attempt));
    return '';
  } catch (error) {
    // The second of two taps: the first one is at work.
    return error instanceof BusyError ? '' : problemText(toCashierError(error));
  }
}
