/** The keys of the amount keypad. */
export type KeypadKey =
  '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '00' | '.' | 'backspace' | 'clear';

const WHOLE_DIGITS = 7;
const DECIMALS = 2;

/**
 * The amount text after a key. Forgiving: a key that would make the text unusable (a second point, a
 * third decimal, an eighth digit before the point) changes nothing; "00" gives as many zeros as fit.
 */
export function pressKey(text: string, key: KeypadKey): string {
  if (key === 'clear') return '';
  if (key === 'backspace') return text.slice(0, -1);
  if (key === '.') return text.includes('.') ? text : `${text === '' ? '0' : text}.`;
  return key.split('').reduce(appendDigit, text);
}

function appendDigit(text: string, digit: string): string {
  const [whole = '', decimals] = text.split('.');
  if (decimals !== undefined) return decimals.length < DECIMALS ? text + digit : text;
  if (whole === '0') return digit;
  return whole.length < WHOLE_DIGITS ? text + digit : text;
}
