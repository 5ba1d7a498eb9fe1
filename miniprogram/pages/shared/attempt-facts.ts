import { words } from '../../config/words';
import type { Attempt } from '../../core/attempt';
import { formatDateTime } from '../../core/time';
import { collectedBy } from '../../core/totals';
import type { Fact } from '../../components/fact-list/fact-list';

/** What every result page tells of an attempt besides its amount. */
export function attemptFacts(attempt: Attempt): Fact[] {
  const { common } = words;
  const facts: Fact[] = [{ label: common.bill, value: attempt.bill }];
  if (attempt.paymentNumber !== null) {
    facts.push({ label: common.paymentNumber, value: attempt.paymentNumber });
  }
  facts.push({ label: common.paymentCode, value: attempt.maskedCode });
  facts.push({ label: common.time, value: formatDateTime(attempt.stateAt) });
  return facts;
}

/** By whose word the money counts as collected; '' when the server's own answer says so. */
export function collectedByWords(attempt: Attempt): string {
  switch (collectedBy(attempt)) {
    case 'byStaff':
      return words.success.byStaff;
    case 'byBillState':
      return words.success.byBillState;
    default:
      return '';
  }
}
