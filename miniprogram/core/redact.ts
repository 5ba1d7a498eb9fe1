import { foldWidth, withoutInvisible } from './text';

/**
 * Masks whatever in a text looks like a secret. The log's second line of defence: the first is that
 * its entries are typed and take neither a Secret nor a payment code. Rather too much is masked than
 * too little.
 */

/** Stands in the place of what was masked. */
const MASK = '[secret]';
const CODE_MASK = '[code]';

/** Longest text that is looked at; a number that is cut there is dropped whole. */
const MAX_READ = 4_000;
/** Longest text that is kept. */
const MAX_KEPT = 200;
/** Known secrets shorter than this are not searched for: masking "1" would leave no text whole. */
const MIN_KNOWN = 4;

/** What may stand between two digits of one code: grouping, a scanner's noise, both in an address. */
const BETWEEN =
  '(?:[\\s\\u0000-\\u001f\\u007f-\\u009f\\u2010-\\u2015\\u2212._\\u00b7\\u30fb,/#+-]|%20|&nbsp;){0,64}';
/** WeChat's codes have 18 digits, UnionPay's 19, Alipay's 16 to 24; longer runs may hold one. */
const LONG_DIGITS = new RegExp(`\\d(?:${BETWEEN}\\d){15,}`, 'g');
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
const SOME_DIGITS = /\d{6,}/g;

/**
 * A text as it may stand in a log: secrets masked, at most 200 characters.
 *
 * @param known secrets in use now, masked wherever they stand
 */
export function redact(text: string, known: readonly string[] = []): string {
  return shorten(maskShapes(maskKnown(beginning(text), known)));
}

/**
 * The same for a message that nobody wrote for a log, such as an error's: engines quote what they
 * could not read, so quoted text and rows of digits go too.
 */
export function redactMessage(text: string, known: readonly string[] = []): string {
  const masked = maskShapes(maskKnown(beginning(text), known));
  return shorten(masked.replace(QUOTED, '"…"').replace(SOME_DIGITS, '[digits]'));
}

/** As much of a text as is looked at, without the first digits of a number that lies behind, too. */
function beginning(text: string): string {
  if (text.length <= MAX_READ) return text;
  let end = MAX_READ;
  while (end > 0 && !/[A-Za-z\u4e00-\u9fff]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function maskKnown(text: string, known: readonly string[]): string {
  let masked = text;
  for (const secret of known) {
    if (secret.length < MIN_KNOWN || !masked.includes(secret)) continue;
    masked = masked.split(secret).join(MASK);
  }
  return masked;
}

/** Shorter than any code, and without what stands between a name and its value: it has no such shape. */
const SHAPELESS = /^[^\s:=：]{0,15}$/;

function maskShapes(text: string): string {
  // Nearly all texts of a log.
  if (SHAPELESS.test(text)) return text;
  return foldWidth(withoutInvisible(text))
    .replace(AUTHORIZATION, MASK)
    .replace(NAMED, `$1$2${MASK}`)
    .replace(LONG_DIGITS, CODE_MASK)
    .replace(LONG_WORD, MASK);
}

function shorten(text: string): string {
  return text.length <= MAX_KEPT ? text : `${text.slice(0, MAX_KEPT - 1)}…`;
}
