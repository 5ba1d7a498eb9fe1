import { InvalidBillNumberError } from './errors/invalid-bill-number-error';
import { walletOf } from './payment-code';
import { foldText, hasBreak, upperCase } from './text';

declare const billNumberBrand: unique symbol;
declare const billKeyBrand: unique symbol;

/**
 * A usable bill number as it goes to the server: 1–20 characters, folded by `core/text.ts`. They are
 * letters and digits of ASCII, Chinese characters, and the signs - _ . / #.
 */
export type BillNumber = string & { readonly [billNumberBrand]: true };

/** Server and bill number folded together: two texts that name the same bill have the same key. */
export type BillKey = string & { readonly [billKeyBrand]: true };

/** The contract's limit for `billnum`. */
export const BILL_NUMBER_MAX_LENGTH = 20;

// Chinese characters that have one form only, those of the further planes as pairs, and 〇. No other
// script: what folds differently from phone to phone would be two keys. "." and ".." would name
// another folder in a path.
const BILL_CHARACTERS =
  /^(?!\.{1,2}$)(?:[A-Za-z0-9\-_./#\u3007\u3400-\u4dbf\u4e00-\u9fff]|[\ud840-\ud87d\ud880-\ud88f][\udc00-\udfff])+$/;

/** What scripts write into a link or a code in the place of a bill that they do not have. */
const NO_BILL = /^(?:undefined|null|none|nil|NaN|\[object Object\])$/i;

/** True for a text that only says that there is no value. */
export function saysNothing(text: string): boolean {
  const folded = foldText(text);
  return folded === '' || NO_BILL.test(folded);
}

/**
 * Reads a typed or scanned bill number. Full-width characters of Chinese keyboards become plain ones,
 * and characters without a look are dropped. A blank inside is refused: two fields would become one.
 *
 * @param pattern the setting `billNumberPattern`: when it matches, even a text that looks like a
 *   payment code is taken as a bill number
 * @throws InvalidBillNumberError with the reason
 */
export function parseBillNumber(text: string, pattern: RegExp | null = null): BillNumber {
  const bill = foldText(text);
  if (saysNothing(bill)) throw new InvalidBillNumberError('empty');
  const wallet = pattern !== null && bill.search(pattern) !== -1 ? null : walletOf(bill);
  if (wallet === 'unionPay') throw new InvalidBillNumberError('unionPayCode');
  if (wallet !== null) throw new InvalidBillNumberError('paymentCode');
  if (hasBreak(bill)) throw new InvalidBillNumberError('blankInside');
  if (Array.from(bill).length > BILL_NUMBER_MAX_LENGTH) throw new InvalidBillNumberError('tooLong');
  if (!BILL_CHARACTERS.test(bill)) throw new InvalidBillNumberError('badCharacters');
  return bill as BillNumber;
}

/** The key that blocks a bill: the number folded, upper case; with its server. */
export function billKey(server: string, bill: string): BillKey {
  return `${server} ${foldBillNumber(bill)}` as BillKey;
}

/** True when both texts name the same bill (case, width and surrounding space do not matter). */
export function sameBill(a: string, b: string): boolean {
  return a === b || foldBillNumber(a) === foldBillNumber(b);
}

/** True when the number holds what was typed, folded as keys of bills are; '' is in every number. */
export function billContains(bill: string, typed: string): boolean {
  return foldBillNumber(bill).includes(foldBillNumber(typed));
}

function foldBillNumber(bill: string): string {
  return upperCase(foldText(bill));
}
