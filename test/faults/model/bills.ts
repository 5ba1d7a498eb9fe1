/** A bill on one server. Money in fen. */
export interface Bill {
  readonly number: string;
  readonly due: number;
  /** What the server's tables show. */
  shown: number;
  /** What was really paid: ahead of `shown` while WeChat's news has not come in. */
  paid: number;
}

const folded = new Map<string, string>();

/** Two texts that name the same bill: the payment rules' folding, written anew. */
export function foldNumber(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const fold = text.normalize('NFKC').trim().toUpperCase();
  folded.set(text, fold);
  return fold;
}

const asked = new Map<string, string>();

/** The bill that an address asks about, as it was asked for: what stands behind the last slash. */
export function billAskedFor(url: string): string {
  const text = url.slice(url.lastIndexOf('/') + 1);
  const known = asked.get(text) ?? decodeURIComponent(text);
  asked.set(text, known);
  return known;
}

/** Only "3" is documented; "1" and "2" are this model's own. */
export function payState(bill: Bill): string {
  if (bill.shown >= bill.due) return '3';
  return bill.shown > 0 ? '2' : '1';
}

/** Fen as the decimal text of the wire. */
export function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The decimal text of the wire as fen; NaN for what is not whole fen. */
export function fenOf(text: string): number {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (match === null) return NaN;
  const value = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] === '-' ? -value : value;
}
