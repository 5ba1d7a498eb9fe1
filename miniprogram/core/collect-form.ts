import { sameBill } from './bill';
import { CashierError } from './errors/cashier-error';
import { type KeypadKey, pressKey } from './keypad';
import { type Fen, formatYuan, parseYuan } from './money';

/**
 * Where the amount on the home page comes from. Only a typed one is staff's own word: it is never
 * overwritten. Any other gives way to the first key.
 */
export type AmountOrigin =
  /** Nothing there, and nobody has touched it. */
  | 'none'
  | 'typed'
  /** What remains on the bill. */
  | 'filled'
  /** Proposed by a launch link. */
  | 'launch';

/** What the home page is filled in with: texts as typed, '' when empty. */
export interface CollectForm {
  readonly bill: string;
  readonly amount: string;
  readonly origin: AmountOrigin;
}

export const EMPTY_FORM: CollectForm = { bill: '', amount: '', origin: 'none' };

/** Another bill: an amount that was filled in belonged to the bill before. */
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
 * What remains has been read: it is filled in unless staff have typed. A launch link's amount stays
 * while it is not more than what remains.
 *
 * @param remaining null: nothing to fill in; an amount filled in before is taken back
 */
export function fillInRemaining(form: CollectForm, remaining: Fen | null): CollectForm {
  if (form.origin === 'typed') return form;
  if (form.origin === 'launch') {
    const proposed = amountOf(form);
    if (proposed !== null && (remaining === null || proposed <= remaining)) return form;
  }
  if (remaining === null) return { ...form, amount: '', origin: 'none' };
  return { ...form, amount: formatYuan(remaining), origin: 'filled' };
}

/** Staff tapped the figure: it goes before whatever was there. */
export function takeSuggestion(form: CollectForm, remaining: Fen): CollectForm {
  return { ...form, amount: formatYuan(remaining), origin: 'filled' };
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
