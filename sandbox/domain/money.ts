/** An amount in fen (1 yuan = 100 fen), always a whole number. */
export type Fen = number;

/** The largest amount this till knows: 99,999,999.99 yuan. */
const MAX_FEN: Fen = 9_999_999_999;

const YUAN_TEXT = /^(-?)(\d{1,9})(?:\.(\d+))?$/;

/**
 * Reads an amount in yuan as it stands in a request. It goes through the decimal text, never
 * through a multiplication, so `1.1` is 110 fen and `0.30000000000000004` is refused.
 *
 * @returns the amount in fen, or `undefined` where the value is no amount of whole fen.
 */
export function fenOfYuan(value: number | string): Fen | undefined {
  const match = YUAN_TEXT.exec(String(value).trim());
  if (!match) return undefined;
  const [, sign, yuan = '', decimals = ''] = match;
  if (/[^0]/.test(decimals.slice(2))) return undefined;
  const fen = Number(yuan) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'));
  if (fen > MAX_FEN) return undefined;
  return sign && fen > 0 ? -fen : fen;
}

/** 2800 → 28: the decimal the POS contract speaks. Exact to the fen within {@link MAX_FEN}. */
export function yuanNumber(fen: Fen): number {
  return Number(yuanText(fen));
}

/** 1234567 → "12345.67". */
export function yuanText(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
