/**
 * Text that people, tickets, scanners and servers bring, made fit to be judged.
 *
 * The tables are the app's own: Android's script engine has no ICU, so it cannot parse `\p{…}` and
 * leaves text unchanged where others fold it. One bill would have a key for each kind of phone.
 */

/** Blanks and line breaks of any script, and fillers, which are drawn as blanks; for a character class. */
const BLANK =
  '\\t-\\r \\u0085\\u00a0\\u115f\\u1160\\u1680\\u180e\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u2800\\u3000' +
  '\\u3164\\uffa0';

/** Control characters and invisible signs that stand between fields. */
const SEPARATOR =
  '\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u2063\\u2064\\ufff0-\\ufffb';

/** Characters without a look: selectors of variants first, then joiners and marks of direction. */
const INVISIBLE =
  '\\u034f\\u17b4\\u17b5\\u180b-\\u180d\\u180f\\ufe00-\\ufe0f' +
  '\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2062\\u2065-\\u206f\\ufeff';

/** The same beyond the first plane, as pairs: musical and shorthand marks, tags, more selectors. */
const INVISIBLE_PAIR =
  '\\ud82f[\\udca0-\\udca3]|\\ud834[\\udd73-\\udd7a]|[\\udb40-\\udb43][\\udc00-\\udfff]';

const NOISE = INVISIBLE + BLANK + SEPARATOR;

/** Nothing but visible characters of ASCII, as nearly all numbers. */
const PLAIN = /^[!-~]*$/;

const ALL_INVISIBLE = new RegExp(`[${INVISIBLE}]|${INVISIBLE_PAIR}`, 'g');
const ALL_NOISE = new RegExp(`[${NOISE}]|${INVISIBLE_PAIR}`, 'g');
const ONE_NOISE = new RegExp(`[${NOISE}]`);
const ANY_BREAK = new RegExp(`[${BLANK}${SEPARATOR}]`);
const FULL_WIDTH = /[\uff01-\uff5e\u3000]/g;
const FULL_WIDTH_OFFSET = 0xff01 - 0x21;

/** The text without characters that have no look, and without blanks and separators at its ends. */
export function cleanText(text: string): string {
  return PLAIN.test(text) ? text : trimText(withoutInvisible(text));
}

/** Clean text as it is judged: full width folded to half. Folding well-formed text twice changes nothing. */
export function foldText(text: string): string {
  return PLAIN.test(text) ? text : foldWidth(cleanText(text));
}

/** The text without characters that have no look. */
export function withoutInvisible(text: string): string {
  return text.replace(ALL_INVISIBLE, '');
}

/** Folded text without blanks and separators anywhere: a code is one word. */
export function foldCode(text: string): string {
  if (PLAIN.test(text)) return text;
  return foldWidth(text.replace(ALL_NOISE, ''));
}

/** True when a blank, a line break or a separator stands in a folded text. */
export function hasBreak(folded: string): boolean {
  return ANY_BREAK.test(folded);
}

/** Capital letters for those of ASCII; engines differ about others. */
export function upperCase(text: string): string {
  if (!/[a-z]/.test(text)) return text;
  if (PLAIN.test(text)) return text.toUpperCase();
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/**
 * The text without noise at its ends. What stands inside is left: a link with more inside would be
 * another link. Step by step, since a pattern that is tied to the end is tried from every blank.
 */
export function trimText(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && ONE_NOISE.test(text.charAt(start))) start += 1;
  while (end > start && ONE_NOISE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Full width folded to half. */
export function foldWidth(text: string): string {
  return text.replace(FULL_WIDTH, (wide) =>
    wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET),
  );
}
