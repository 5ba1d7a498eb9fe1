import { stopListening } from '../../components/shared/listen';
import { words } from '../../config/words';
import type { Fact } from '../../components/fact-list/fact-list';
import { type Attempt, remainingAt } from '../../core/attempt';
import { billParts, collectedHere } from '../../core/bill-parts';
import { displayYuan } from '../../core/money';
import { resultPage } from '../../core/result-page';
import { services } from '../../services/services';
import { attemptFacts, collectedByWords } from '../shared/attempt-facts';
import { resultLifecycle } from '../shared/lifecycle';
import { attemptPage, COLLECT_PAGE, receiptPage } from '../shared/routes';
import { setChanged } from '../shared/set-changed';
import { shownAttempt } from '../shared/shown-attempt';

Component({
  data: {
    words: words.success,
    id: '',
    heading: '',
    hint: '',
    amount: '',
    facts: [] as Fact[],
    /** What the whole bill has collected: a text once asked for, — until it is read. */
    billTotal: null as Fact | null,
  },
  methods: {
    ...resultLifecycle,

    refresh() {
      const attempt = shownAttempt(this.data.id);
      if (attempt === null) return;
      // Evidence has come after a person's word.
      if (resultPage(attempt) !== 'success') {
        stopListening(this);
        services().navigation.replace(attemptPage(attempt));
        return;
      }
      const head = headOf(attempt);
      void wx.setNavigationBarTitle({ title: head.heading });
      // Filled in again while this payment was undecided: one tap would charge it once more.
      services().draft.charged(attempt.bill);
      setChanged(this, {
        ...head,
        amount: displayYuan(attempt.amount),
        facts: attemptFacts(attempt),
      });
      if (this.data.billTotal === null && isOnePart(attempt)) {
        setChanged(this, { billTotal: { label: words.success.billTotal, value: words.notRead } });
        void this.readBillTotal(attempt);
      }
    },

    /** By the receipt; where that cannot be read, by this phone, and labelled so. */
    async readBillTotal(attempt: Attempt) {
      const { bills, attempts } = services();
      const reading = await bills.query(attempt.bill, true).catch(() => null);
      const read = reading?.figures?.collected ?? null;
      const here = collectedHere(attempts.onBill(attempt.server, attempt.bill));
      const { billTotal, collectedHere: byPhone } = words.success;
      setChanged(this, {
        billTotal: {
          label: read === null ? byPhone : billTotal,
          value: `${words.yuan}${displayYuan(read ?? here)}`,
        },
      });
    },

    /** In the place of this page: at most three lie on each other. */
    onReceipt() {
      services().navigation.replace(receiptPage(this.data.id));
    },
    onNext() {
      services().navigation.back(COLLECT_PAGE);
    },
  },
});

/** Success is said of the bill: not by a person's word on one payment where no amount was read. */
function headOf(attempt: Attempt): { readonly heading: string; readonly hint: string } {
  const { heading, paidByStaff, paidByStaffHint } = words.success;
  return attempt.state === 'staffPaid' && remainingAt(attempt.baseline) === null
    ? { heading: paidByStaff, hint: paidByStaffHint }
    : { heading, hint: collectedByWords(attempt) };
}

/** Money had come onto the bill before this attempt, as far as is known. */
function isOnePart({ server, bill, baseline }: Attempt): boolean {
  if (baseline.figures !== null && baseline.figures.collected > 0) return true;
  return billParts(services().attempts.onBill(server, bill)).length > 1;
}
