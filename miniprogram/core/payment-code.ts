import { foldCode, foldWidth, withoutInvisible } from './text';

/**
 * What the scanner may bring, judged by the published formats of WeChat Pay, Alipay and UnionPay.
 * A payment code is money: it lives in memory only, for as long as one attempt needs it.
 */

declare const paymentCodeBrand: unique symbol;

/** The 18 digits of a WeChat payment code. Never stored, logged, put in a URL or shown in full. */
export type PaymentCode = string & { readonly [paymentCodeBrand]: true };

/** Any text but a payment code: what a log takes, so that handing it a code does not compile. */
export type NotPaymentCode = string & { readonly [paymentCodeBrand]?: never };

/** What a scanned text is when it is not a WeChat payment code. */
export type OtherScan =
  | 'alipayCode'
  | 'unionPayCode'
  | 'empty'
  | 'link'
  | 'goodsBarcode'
  | 'digitsOfOtherLength'
  | 'digitsOfOtherKind'
  | 'text';

export type ScanVerdict =
  | { readonly kind: 'wechatCode'; readonly code: PaymentCode }
  | { readonly kind: 'other'; readonly found: OtherScan };

const WECHAT_CODE = /^1[0-5]\d{16}$/;
const ALIPAY_CODE = /^(?:2[5-9]|30)\d{14,22}$/;
const UNION_PAY_CODE = /^62\d{17}$/;
const GOODS_BARCODE = /^(?:\d{8}|\d{12,13})$/;
const LINK = /^[a-z][a-z0-9+.-]*:\/\//i;

/** Judges a scanned text. Scanners add blanks, control and invisible characters; none of them counts. */
export function judgeScan(text: string): ScanVerdict {
  const bare = foldCode(text);
  if (WECHAT_CODE.test(bare)) return { kind: 'wechatCode', code: bare as PaymentCode };
  return { kind: 'other', found: nameOtherScan(bare) };
}

function nameOtherScan(bare: string): OtherScan {
  if (bare === '') return 'empty';
  if (ALIPAY_CODE.test(bare)) return 'alipayCode';
  if (UNION_PAY_CODE.test(bare)) return 'unionPayCode';
  if (LINK.test(bare)) return 'link';
  if (GOODS_BARCODE.test(bare)) return 'goodsBarcode';
  if (!/^\d+$/.test(bare)) return 'text';
  return bare.length === 18 ? 'digitsOfOtherKind' : 'digitsOfOtherLength';
}

/** Whose payment code a text is; null: nobody's. */
export type Wallet = 'wechat' | 'alipay' | 'unionPay';

/** Digits in fours, all parted by the same sign, as codes are printed. */
const IN_FOURS = /^\d{4}([-_./#])(?:\d{4}\1)*\d{1,4}$/;
const SIGNS_AT_ENDS = /^[-_./#]+|[-_./#]+$/g;
/** Longer than any code with its signs. */
const LONGEST_SHOWN = 64;

/**
 * Whose payment code a text looks like, be it with noise, in full width, in fours, or with the signs
 * that scan guns put at the ends.
 */
export function walletOf(text: string): Wallet | null {
  const folded = foldCode(text);
  if (folded.length > LONGEST_SHOWN) return null;
  const bare = folded.replace(SIGNS_AT_ENDS, '');
  return walletOfDigits(IN_FOURS.test(bare) ? bare.replace(/\D/g, '') : bare);
}

function walletOfDigits(digits: string): Wallet | null {
  if (WECHAT_CODE.test(digits)) return 'wechat';
  if (ALIPAY_CODE.test(digits)) return 'alipay';
  return UNION_PAY_CODE.test(digits) ? 'unionPay' : null;
}

/** True for any wallet's payment code: such text is never a bill. */
export function looksLikePaymentCode(text: string): boolean {
  return walletOf(text) !== null;
}

/** The only form in which a code may be kept or shown: its first two and last two digits. */
export function maskPaymentCode(code: PaymentCode): string {
  return `${code.slice(0, 2)}${'*'.repeat(code.length - 4)}${code.slice(-2)}`;
}

/** A row of digits, and what may stand between the groups of one code. */
const DIGITS = /[0-9\uff10-\uff19]+/g;
const GROUPING =
  /^[\s\u0000-\u001f\u007f-\u009f\u115f\u1160\u180e\u2063\u2064\u2800\u3164\uffa0\ufff0-\ufffb\-\u2010-\u2015\u2212\uff0d._\u00b7\u30fb,/#+]{1,64}$/;
const LONGEST_CODE = 24;

interface Group {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

/**
 * The server's words without a payment code: it has seen the code, and may repeat it to people. A code
 * is one row of digits or several; what stands beside it stays.
 */
export function maskCodesIn(text: string): string {
  const read = withoutInvisible(text);
  const groups: Group[] = Array.from(read.matchAll(DIGITS), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    digits: foldWidth(match[0]),
  }));
  let masked = '';
  let done = 0;
  for (let first = 0; first < groups.length; first += 1) {
    const last = endOfCode(read, groups, first);
    const [from, to] = [groups[first], groups[last]];
    if (from === undefined || to === undefined) continue;
    const code = groups.slice(first, last + 1).map(({ digits }) => digits);
    masked += read.slice(done, from.start) + maskPaymentCode(code.join('') as PaymentCode);
    done = to.end;
    first = last;
  }
  return done === 0 ? text : masked + read.slice(done);
}

/**
 * The last group of the longest code that begins with this one; -1: none does. Alipay's codes have no
 * fixed length, so a figure behind one is told from its end by what stands between.
 */
function endOfCode(text: string, groups: readonly Group[], first: number): number {
  let digits = '';
  let found = -1;
  const between = new Set<string>();
  for (let last = first; last < groups.length; last += 1) {
    const [before, group] = [groups[last - 1], groups[last]];
    if (group === undefined) break;
    if (last > first) {
      const here = text.slice(before?.end, group.start);
      if (!GROUPING.test(here)) break;
      between.add(here);
    }
    digits += group.digits;
    if (digits.length > LONGEST_CODE) break;
    const wallet = walletOfDigits(digits);
    if (wallet !== null && (wallet !== 'alipay' || between.size <= 1)) found = last;
  }
  return found;
}
