import { InvalidBillNumberError } from './errors/invalid-bill-number-error';
import { looksLikePaymentCode } from './payment-code';

declare const billNumberBrand: unique symbol;
declare const billKeyBrand: unique symbol;

/** A usable bill number as it goes to the server: 1–20 characters, trimmed, NFKC. */
export type BillNumber = string & { readonly [billNumberBrand]: true };

/** Server and bill number folded together: two texts that name the same bill have the same key. */
export type BillKey = string & { readonly [billKeyBrand]: true };

/** The contract's limit for `billnum`. */
export const BILL_NUMBER_MAX_LENGTH = 20;

// Letters, marks, digits and the separators seen in bill numbers; no white space, no control
// characters. "." and ".." would name another folder in a path.
const BILL_CHARACTERS = /^(?!\.{1,2}$)[\p{L}\p{M}\p{N}\-_./#]+$/u;

/**
 * Reads a typed or scanned bill number. Full-width characters of Chinese keyboards are folded to
 * plain ones (NFKC).
 *
 * @param pattern the setting `billNumberPattern`: when it matches, even a text that looks like a
 *   payment code is taken as a bill number
 * @throws InvalidBillNumberError with the reason
 */
export function parseBillNumber(text: string, pattern: RegExp | null = null): BillNumber {
  const bill = text.normalize('NFKC').trim();
  if (bill === '') throw new InvalidBillNumberError('empty');
  const allowedByShop = pattern !== null && bill.search(pattern) !== -1;
  if (!allowedByShop && looksLikePaymentCode(text)) throw new InvalidBillNumberError('paymentCode');
  if (Array.from(bill).length > BILL_NUMBER_MAX_LENGTH) throw new InvalidBillNumberError('tooLong');
  if (!BILL_CHARACTERS.test(bill)) throw new InvalidBillNumberError('badCharacters');
  return bill as BillNumber;
}

/** The key that blocks a bill: the number trimmed, NFKC, upper case; with its server. */
export function billKey(server: string, bill: string): BillKey {
  return `${server} ${foldBillNumber(bill)}` as BillKey;
}

/** True when both texts name the same bill (case, width and surrounding space do not matter). */
export function sameBill(a: string, b: string): boolean {
  return foldBillNumber(a) === foldBillNumber(b);
}

/** True when the number holds what was typed, folded as keys of bills are; '' is in every number. */
export function billContains(bill: string, typed: string): boolean {
  return foldBillNumber(bill).includes(foldBillNumber(typed));
}

/** Letters, digits and signs of ASCII, as nearly all numbers: nothing to fold but their case. */
const PLAIN = /^[!-~]*$/;

function foldBillNumber(bill: string): string {
  if (PLAIN.test(bill)) return bill.toUpperCase();
  return bill.normalize('NFKC').trim().toUpperCase();
}
