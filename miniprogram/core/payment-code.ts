import { ANY_DIGIT, BETWEEN_DIGITS, foldCode } from './text';

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

/** Whose payment code a text is, noise and full-width digits included; null: nobody's. */
export type Wallet = 'wechat' | 'alipay' | 'unionPay';

export function walletOf(text: string): Wallet | null {
  const bare = foldCode(text);
  if (WECHAT_CODE.test(bare)) return 'wechat';
  if (ALIPAY_CODE.test(bare)) return 'alipay';
  return UNION_PAY_CODE.test(bare) ? 'unionPay' : null;
}

/** True for any wallet's payment code: such text is never a bill. */
export function looksLikePaymentCode(text: string): boolean {
  return walletOf(text) !== null;
}

/** The only form in which a code may be kept or shown: its first two and last two digits. */
export function maskPaymentCode(code: PaymentCode): string {
  return `${code.slice(0, 2)}${'*'.repeat(code.length - 4)}${code.slice(-2)}`;
}

/** In one piece first: grouped with figures beside it a code would no longer be seen. */
const LONG_DIGITS: readonly RegExp[] = [
  new RegExp(`${ANY_DIGIT}{16,}`, 'g'),
  new RegExp(`${ANY_DIGIT}(?:${BETWEEN_DIGITS}${ANY_DIGIT}){15,}`, 'g'),
];

/** The server's words without a payment code: it has seen the code, and may repeat it to people. */
export function maskCodesIn(text: string): string {
  return LONG_DIGITS.reduce((masked, digits) => masked.replace(digits, maskIfCode), text);
}

function maskIfCode(digits: string): string {
  const bare = foldCode(digits).replace(/-/g, '');
  return looksLikePaymentCode(bare) ? maskPaymentCode(bare as PaymentCode) : digits;
}
