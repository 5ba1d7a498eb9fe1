import { ANY_DIGIT, BETWEEN_DIGITS } from './text';

/**
 * Masks whatever in a text looks like a secret. The log's second line of defence: the first is that
 * its entries are typed and take neither a Secret nor a payment code. Rather too much is masked than
 * too little.
 */

/** Stands in the place of what was masked. */
const MASK = '[secret]';
const CODE_MASK = '[code]';

/** Longest text that is looked at; what lies behind is dropped before masking could matter. */
const MAX_READ = 4_000;
/** Longest text that is kept. */
const MAX_KEPT = 200;
/** Known secrets shorter than this are not searched for: masking "1" would leave no text whole. */
const MIN_KNOWN = 4;

/** WeChat's codes have 18 digits, UnionPay's 19, Alipay's 16 to 24; longer runs may hold one. */
const LONG_DIGITS = new RegExp(`${ANY_DIGIT}(?:${BETWEEN_DIGITS}${ANY_DIGIT}){15,}`, 'g');
/** The KEY (32 hex digits), cipher texts, MACs, hashes, most tokens. */
const LONG_WORD = /[A-Za-z0-9+/_-]{24,}={0,2}/g;
/** An Authorization header's value, to the end of the line. */
const AUTHORIZATION = /\b(?:hawk|basic|bearer|digest)\s+[^\s][^\n]*/gi;
/** `name: value` where the name says that the value is secret, to the end of the line. */
const NAMED =
  /(authorization|passw(?:or)?d|pwd|token|secret|cookie|api-?key|密码|口令)(["'\\]*\s*[:=：]\s*)[^\n]+/gi;

/** What stands between double quotes, when it is more than a plain name. */
const QUOTED = /"[^"\n]*[^A-Za-z_$."\n][^"\n]*"/g;
/** A password or part of a code, in a message that nobody wrote for a log. */
const SOME_DIGITS = new RegExp(`${ANY_DIGIT}{6,}`, 'g');

/**
 * A text as it may stand in a log: secrets masked, at most 200 characters.
 *
 * @param known secrets in use now, masked wherever they stand
 */
export function redact(text: string, known: readonly string[] = []): string {
  return shorten(maskShapes(maskKnown(text.slice(0, MAX_READ), known)));
}

/**
 * The same for a message that nobody wrote for a log, such as an error's: engines quote what they
 * could not read, so quoted text and rows of digits go too.
 */
export function redactMessage(text: string, known: readonly string[] = []): string {
  const masked = maskShapes(maskKnown(text.slice(0, MAX_READ), known));
  return shorten(masked.replace(QUOTED, '"…"').replace(SOME_DIGITS, '[digits]'));
}

function maskKnown(text: string, known: readonly string[]): string {
  return known
    .filter((secret) => secret.length >= MIN_KNOWN)
    .reduce((masked, secret) => masked.split(secret).join(MASK), text);
}

/** Shorter than any code, and without what stands between a name and its value: it has no such shape. */
const SHAPELESS = /^[^\s:=：]{0,15}$/;

function maskShapes(text: string): string {
  // Nearly all texts of a log.
  if (SHAPELESS.test(text)) return text;
  return text
    .replace(AUTHORIZATION, MASK)
    .replace(NAMED, `$1$2${MASK}`)
    .replace(LONG_DIGITS, CODE_MASK)
    .replace(LONG_WORD, MASK);
}

function shorten(text: string): string {
  return text.length <= MAX_KEPT ? text : `${text.slice(0, MAX_KEPT - 1)}…`;
}
