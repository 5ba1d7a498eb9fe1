import { InvalidAmountError } from './errors/invalid-amount-error';
import { foldText } from './text';

declare const fenBrand: unique symbol;

/** An amount of money as a whole number of fen (1 yuan = 100 fen). Never a float, never yuan. */
export type Fen = number & { readonly [fenBrand]: true };

/** The largest amount the keypad takes: 9,999,999.99 yuan, far from where numbers lose digits. */
export const MAX_AMOUNT = 999_999_999 as Fen;

const YUAN = /^(\d+)(?:\.(\d*))?$/;
const GROUPED_YUAN = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const SERVER_YUAN = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Makes a Fen of a number that is known to be whole; throws RangeError when it is not. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError('fen must be a whole number');
  return (value === 0 ? 0 : value) as Fen;
}

/**
 * Reads what staff typed as yuan: "12", "12.3", "12.34", "1,234.50"; full width too.
 *
 * @returns fen, 1 to MAX_AMOUNT
 * @throws InvalidAmountError with the reason
 */
export function parseYuan(text: string): Fen {
  const trimmed = foldText(text);
  if (trimmed === '') throw new InvalidAmountError('empty');
  const plain = GROUPED_YUAN.test(trimmed) ? trimmed.replace(/,/g, '') : trimmed;
  const match = YUAN.exec(plain);
  if (match === null) throw new InvalidAmountError('notANumber');
  const decimals = match[2] ?? '';
  if (decimals.length > 2) throw new InvalidAmountError('tooManyDecimals');
  const whole = (match[1] ?? '').replace(/^0+(?=\d)/, '');
  // Checked by length first: a long row of digits would already have lost some as a number.
  if (whole.length > 7) throw new InvalidAmountError('tooLarge');
  const value = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  if (value === 0) throw new InvalidAmountError('notPositive');
  return fen(value);
}

/** Yuan as plain decimal text with two decimals, "1234.50": the form of the wire; parseYuan reads it back. */
export function formatYuan(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const sign = amount < 0 ? '-' : '';
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Yuan for people, grouped: "1,234.50". */
export function displayYuan(amount: Fen): string {
  return formatYuan(amount).replace(/\B(?=(\d{3})+\.)/g, ',');
}

/** An amount as it is being typed, grouped as displayYuan does: "1234." gives "1,234.". */
export function groupTyped(text: string): string {
  const [whole = '', ...decimals] = text.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.');
}

/**
 * Reads a decimal of the server (a JSON number or its text) as fen.
 *
 * @returns null when it is not a decimal with at most two places: such a figure is shown, never
 * computed with.
 */
export function readServerYuan(value: unknown): Fen | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const match = SERVER_YUAN.exec(String(value).trim());
  if (match === null) return null;
  const decimals = (match[3] ?? '').replace(/0+$/, '');
  if (decimals.length > 2) return null;
  const magnitude = Number(match[2]) * 100 + Number(decimals.padEnd(2, '0'));
  if (!Number.isSafeInteger(magnitude)) return null;
  return fen(match[1] === '-' ? -magnitude : magnitude);
}

/** a + b. */
export function addFen(a: Fen, b: Fen): Fen {
  return fen(a + b);
}

/** a − b; may be negative. */
export function subtractFen(a: Fen, b: Fen): Fen {
  return fen(a - b);
}
