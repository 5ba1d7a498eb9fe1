import type { Instant } from './clock';
import type { Random } from './random';

/** A WeChat payment code: 18 digits, the first two from 10 to 15. */
export const WECHAT_PAYMENT_CODE = /^1[0-5]\d{16}$/;

/** WeChat's codes live for one minute. */
export const CODE_LIFETIME_MS = 60_000;

/** A code as it was issued to one customer's phone. */
export interface IssuedCode {
  readonly text: string;
  readonly customerId: string;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  /** Set by the first payment that names the code, whatever comes of it. */
  spent: boolean;
}

/** 18 random digits that look like WeChat's. */
export function randomCodeText(random: Random): string {
  let text = `1${random.integer(6)}`;
  while (text.length < 18) text += String(random.integer(10));
  return text;
}

/** First and last four digits; what may be shown or logged of a code. */
export function maskedCode(text: string): string {
  return `${text.slice(0, 4)}****${text.slice(-4)}`;
}
