import { displayYuan, type Fen, readServerYuan } from './money';

/** A decimal of the server: computed with only where it has at most two places, else shown as written. */
export interface ServerDecimal {
  /** null: not to be computed with. */
  readonly amount: Fen | null;
  /** As the server wrote it; '' when it is neither a number nor text. */
  readonly text: string;
}

export function readServerDecimal(value: unknown): ServerDecimal {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  return { amount: readServerYuan(value), text };
}

/** For people: grouped yuan, or the server's own text; '' when there is none. */
export function showServerDecimal({ amount, text }: ServerDecimal): string {
  return amount === null ? text : displayYuan(amount);
}

/** A number all right, but of more than two decimal places: shown, and not computed with. */
export function hasTooManyPlaces({ amount, text }: ServerDecimal): boolean {
  return amount === null && /^-?\d+\.\d{3,}$/.test(text);
}
