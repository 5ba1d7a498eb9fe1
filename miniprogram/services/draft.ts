import { sameBill } from '../core/bill';
import { type CollectForm, EMPTY_FORM } from '../core/collect-form';
import { type Fen, formatYuan } from '../core/money';

/**
 * The next collection as far as it is typed. Outside the page, because the result pages fill it in
 * (继续收款) or empty it (下一单), launch links fill it in, and because a payment on its way must leave
 * nothing behind that one tap would charge again.
 */
export interface Draft {
  get(): CollectForm;
  set(form: CollectForm): void;
  clear(): void;
  /** The bill is being charged: if it is this one, nothing stays. Another bill's draft does. */
  charged(bill: string): void;
  /**
   * A payment has failed: its bill and amount stand there again, so that nothing has to be typed
   * twice. What staff have begun since goes before it.
   */
  returned(bill: string, amount: Fen): void;
}

export function createDraft(): Draft {
  let form = EMPTY_FORM;
  const clear = (): void => {
    form = EMPTY_FORM;
  };
  return {
    get: () => form,
    set: (next) => {
      form = next;
    },
    clear,
    charged: (bill) => {
      if (sameBill(form.bill, bill)) clear();
    },
    returned: (bill, amount) => {
      if (form.amount !== '') return;
      if (form.bill !== '' && !sameBill(form.bill, bill)) return;
      const shown = form.bill === '' ? bill : form.bill;
      form = { bill: shown, amount: formatYuan(amount), origin: 'returned' };
    },
  };
}
