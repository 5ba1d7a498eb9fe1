/**
 * What the scanner may bring, judged by WeChat Pay's and Alipay's published formats.
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
const GOODS_BARCODE = /^(?:\d{8}|\d{12,13})$/;
const LINK = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * Scanners add white space, control and invisible format characters around and inside a code; they
 * are dropped before judging.
 */
const NOISE = /[\s\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff]/g;

export function stripScanNoise(text: string): string {
  return text.replace(NOISE, '');
}

export function judgeScan(text: string): ScanVerdict {
  const bare = stripScanNoise(text);
  if (WECHAT_CODE.test(bare)) return { kind: 'wechatCode', code: bare as PaymentCode };
  return { kind: 'other', found: nameOtherScan(bare) };
}

function nameOtherScan(bare: string): OtherScan {
  if (bare === '') return 'empty';
  if (ALIPAY_CODE.test(bare)) return 'alipayCode';
  if (LINK.test(bare)) return 'link';
  if (GOODS_BARCODE.test(bare)) return 'goodsBarcode';
  if (!/^\d+$/.test(bare)) return 'text';
  return bare.length === 18 ? 'digitsOfOtherKind' : 'digitsOfOtherLength';
}

/** True for any wallet's payment code, noise and full-width digits included: such text is never a bill. */
export function looksLikePaymentCode(text: string): boolean {
  const bare = stripScanNoise(text.normalize('NFKC'));
  return WECHAT_CODE.test(bare) || ALIPAY_CODE.test(bare);
}

/** The only form in which a code may be kept or shown: its first two and last two digits. */
export function maskPaymentCode(code: PaymentCode): string {
  return `${code.slice(0, 2)}${'*'.repeat(code.length - 4)}${code.slice(-2)}`;
}

/** In one piece first: grouped with figures beside it a code would no longer be seen. */
const LONG_DIGITS: readonly RegExp[] = [/\d{16,}/g, /\d(?:[\s-]?\d){15,}/g];

/** The server's words without a payment code: it has seen the code, and may repeat it to people. */
export function maskCodesIn(text: string): string {
  return LONG_DIGITS.reduce((masked, digits) => masked.replace(digits, maskIfCode), text);
}

function maskIfCode(digits: string): string {
  const bare = digits.replace(/\D/g, '');
  return looksLikePaymentCode(bare) ? maskPaymentCode(bare as PaymentCode) : digits;
}
