/**
 * Text that people, tickets, scanners and servers bring, made fit to be judged.
 *
 * The tables are the app's own: Android's script engine has no ICU, so it cannot parse `\p{…}` and
 * leaves text unchanged where others fold it. One bill would have a key for each kind of phone.
 */

/** Blanks and line breaks of any script, as a part of a character class. */
const BLANK =
  '\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u2800\\u3000';

/** Control characters that are no blanks: what scanners put between and around fields. */
const CONTROL = '\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f';

/** Characters without a look: selectors of variants first, then joiners, marks of direction, fillers. */
const INVISIBLE =
  '\\u034f\\u17b4\\u17b5\\u180b-\\u180f\\ufe00-\\ufe0f' +
  '\\u00ad\\u061c\\u115f\\u1160\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0' +
  '\\ufff0-\\ufffb';

/** The same beyond the first plane, as pairs: musical and shorthand marks, tags, more selectors. */
const INVISIBLE_PAIR =
  '\\ud82f[\\udca0-\\udca3]|\\ud834[\\udd73-\\udd7a]|[\\udb40-\\udb43][\\udc00-\\udfff]';

const NOISE = INVISIBLE + BLANK + CONTROL;

/** A digit in either width: a part of a regular expression. */
export const ANY_DIGIT = '[0-9\\uff10-\\uff19]';

/** What may stand between two digits of one code, grouped or scanned with noise: a part of one, too. */
export const BETWEEN_DIGITS = `(?:[${NOISE}-]|${INVISIBLE_PAIR}){0,3}`;

/** Nothing but visible characters of ASCII, as nearly all numbers. */
const PLAIN = /^[!-~]*$/;

const ALL_INVISIBLE = new RegExp(`[${INVISIBLE}]|${INVISIBLE_PAIR}`, 'g');
const ALL_NOISE = new RegExp(`[${NOISE}]|${INVISIBLE_PAIR}`, 'g');
const ENDS = new RegExp(`^[${BLANK}${CONTROL}]+|[${BLANK}${CONTROL}]+$`, 'g');
const ANY_BREAK = new RegExp(`[${BLANK}${CONTROL}]`);
const FULL_WIDTH = /[\uff01-\uff5e\u3000]/g;
const FULL_WIDTH_OFFSET = 0xff01 - 0x21;

/** The text without characters that have no look, and without blanks and control characters at its ends. */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(ALL_INVISIBLE, '').replace(ENDS, '');
}

/** Clean text as it is judged: full width folded to half. Folding twice changes nothing. */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text;
  return foldWidth(cleanText(text));
}

/** Folded text without blanks and control characters anywhere: a code is one word. */
export function foldCode(text: string): string {
  if (PLAIN.test(text)) return text;
  return foldWidth(text.replace(ALL_NOISE, ''));
}

/** True when a blank, a line break or a control character stands in a folded text. */
export function hasBreak(folded: string): boolean {
  return ANY_BREAK.test(folded);
}

/** Capital letters for those of ASCII; engines differ about others. */
export function upperCase(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

function foldWidth(text: string): string {
  return text.replace(FULL_WIDTH, (wide) =>
    wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET),
  );
}
