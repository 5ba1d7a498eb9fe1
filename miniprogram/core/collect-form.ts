import { sameBill } from './bill';
import { type BillAccount, suggestedAmount } from './bill-account';
import { CashierError } from './errors/cashier-error';
import { type KeypadKey, pressKey } from './keypad';
import { type Fen, formatYuan, parseYuan } from './money';

/**
 * Where the amount on the home page comes from. One that staff typed or chose is never overwritten;
 * one that they did not type gives way to the first key.
 */
export type AmountOrigin =
  /** Nothing there, and nobody has touched it. */
  | 'none'
  | 'typed'
  /** What remains on the bill, filled in by itself. */
  | 'filled'
  /** The same, taken by a tap. */
  | 'chosen'
  /** Proposed by a launch link. */
  | 'launch'
  /** Staff's own for a payment on this bill that failed. */
  | 'returned';

/** What the home page is filled in with: texts as typed, '' when empty. */
export interface CollectForm {
  readonly bill: string;
  readonly amount: string;
  readonly origin: AmountOrigin;
}

export const EMPTY_FORM: CollectForm = { bill: '', amount: '', origin: 'none' };

/** Another bill: an amount that was filled in, or came back, belonged to the bill before. */
export function changeBill(form: CollectForm, bill: string): CollectForm {
  if (sameBill(form.bill, bill)) return { ...form, bill };
  const typed = form.origin === 'typed' && form.amount !== '';
  return typed ? { ...form, bill } : { bill, amount: '', origin: 'none' };
}

/** A key of the keypad. Digits replace an amount that was filled in; 退格 edits it. */
export function pressAmountKey(form: CollectForm, key: KeypadKey): CollectForm {
  const replaces = form.origin !== 'typed' && key !== 'backspace';
  return { ...form, amount: pressKey(replaces ? '' : form.amount, key), origin: 'typed' };
}

/**
 * The bill has been read: what remains by the receipt is filled in unless staff have typed or chosen.
 * A launch link's amount stays while it is not more than that. Where nothing remains, an amount that
 * was filled in is taken back.
 */
export function followAccount(form: CollectForm, account: BillAccount): CollectForm {
  if (isOwnAmount(form)) return form;
  if (account.source !== 'receipt' || account.remaining === null) return form;
  const remaining = suggestedAmount(account);
  if (remaining === null) {
    return form.origin === 'filled' ? { ...form, amount: '', origin: 'none' } : form;
  }
  const proposed = form.origin === 'launch' ? amountOf(form) : null;
  if (proposed !== null && proposed <= remaining) return form;
  return { ...form, amount: formatYuan(remaining), origin: 'filled' };
}

/** Staff tapped the figure: it goes before whatever was there. */
export function takeSuggestion(form: CollectForm, remaining: Fen): CollectForm {
  return { ...form, amount: formatYuan(remaining), origin: 'chosen' };
}

/** Staff have given the amount for this bill, or emptied it: no figure goes before it. */
export function isOwnAmount({ origin }: CollectForm): boolean {
  return origin === 'typed' || origin === 'chosen' || origin === 'returned';
}

/** The amount as it stands; null while it is not one. */
export function amountOf({ amount }: CollectForm): Fen | null {
  try {
    return parseYuan(amount);
  } catch (error) {
    if (error instanceof CashierError) return null;
    throw error;
  }
}
