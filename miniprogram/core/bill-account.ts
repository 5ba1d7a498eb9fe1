import type { Attempt } from './attempt';
import { collectedHere, knownCollected } from './bill-parts';
import type { BillRow } from './bill-row';
import { addFen, fen, type Fen, MAX_AMOUNT, subtractFen } from './money';
import type { ServerDecimal } from './server-decimal';
import { BILL_COMPLETE } from './verdict';

/** What a bill comes to, as far as it is known. */
export interface BillAccount {
  /**
   * `receipt`: the server's own figures. `rows`: due from the rows (按明细), collected from this phone
   * alone (本机已收); whole-bill discounts and other tills are not in them.
   */
  readonly source: 'receipt' | 'rows';
  /** 应收; null: not read. */
  readonly due: ServerDecimal | null;
  /** 已收; null: not read. */
  readonly collected: ServerDecimal | null;
  /** 待收: due − collected where both can be computed with; may be negative. */
  readonly remaining: Fen | null;
  /** What 已收 is known to lack of the parts that staff confirmed; 待收 is too high by as much. */
  readonly uncounted: Fen;
}

/** The receipt's two amounts (`cost` and `real`). */
export interface ReceiptFigures {
  readonly due: ServerDecimal;
  readonly collected: ServerDecimal;
}

/** What of a bill can be read at one moment. */
export interface BillLook {
  /** MainRow's paystate; null: not said. */
  readonly payState: string | null;
  /** null: switched off, or not readable. */
  readonly receipt: ReceiptFigures | null;
  /** null: not readable. */
  readonly rows: readonly BillRow[] | null;
}

/** @param onBill all of this phone's attempts on the bill */
export function billAccount({ receipt, rows }: BillLook, onBill: readonly Attempt[]): BillAccount {
  if (receipt !== null) {
    const { due, collected } = receipt;
    const uncounted = lacking(collected, onBill);
    return { source: 'receipt', due, collected, remaining: difference(due, collected), uncounted };
  }
  const sum = rows === null ? null : dueOfRows(rows);
  const due = sum === null ? null : { amount: sum, text: '' };
  const collected = { amount: collectedHere(onBill), text: '' };
  const remaining = difference(due, collected);
  return { source: 'rows', due, collected, remaining, uncounted: fen(0) };
}

function lacking({ amount }: ServerDecimal, onBill: readonly Attempt[]): Fen {
  const known = knownCollected(onBill);
  return fen(known === null || amount === null ? 0 : Math.max(0, known - amount));
}

/**
 * Sum of the subtotals of sold rows [I].
 *
 * @returns null when a row cannot be computed with, or its sellstate is not documented
 */
export function dueOfRows(rows: readonly BillRow[]): Fen | null {
  let sum = fen(0);
  for (const { sellState, subtotal } of rows) {
    if (sellState === 'returned') continue;
    if (sellState === 'other' || subtotal.amount === null) return null;
    sum = addFen(sum, subtotal.amount);
  }
  return sum;
}

function difference(due: ServerDecimal | null, collected: ServerDecimal | null): Fen | null {
  const from = due?.amount ?? null;
  const minus = collected?.amount ?? null;
  return from === null || minus === null ? null : subtractFen(from, minus);
}

/**
 * What may be filled in as the amount by a tap: all that remains; null when that is not known, known
 * to be too high, or nothing.
 */
export function suggestedAmount({ remaining, uncounted }: BillAccount): Fen | null {
  if (uncounted > 0) return null;
  const usable = remaining !== null && remaining > 0 && remaining <= MAX_AMOUNT;
  return usable ? remaining : null;
}

/**
 * Why there is nothing to collect on the bill: `collected` (paystate "3", or the receipt says that
 * nothing remains), `empty` (no rows, or nothing due); null: there is, as far as is known.
 */
export function nothingToCollect(
  { payState }: BillLook,
  { source, due, collected, remaining }: BillAccount,
): 'collected' | 'empty' | null {
  // Without a receipt, what was collected elsewhere is not known: a complete bill counts as collected.
  const complete = payState === BILL_COMPLETE;
  const unpaid = source === 'receipt' ? collected?.amount === 0 : !complete;
  if (due?.amount === 0 && unpaid) return 'empty';
  if (complete) return 'collected';
  return source === 'receipt' && remaining !== null && remaining <= 0 ? 'collected' : null;
}

/**
 * An amount against what remains: `above` the receipt's figure is refused; above a figure made of
 * rows and this phone's journal, or above what the receipt's leaves without the parts that it lacks,
 * is `doubtful`: staff are asked once, because that figure may be wrong.
 */
export function judgeAmount(account: BillAccount, amount: Fen): 'fits' | 'above' | 'doubtful' {
  const { source, remaining, uncounted } = account;
  if (remaining === null || amount <= subtractFen(remaining, uncounted)) return 'fits';
  return source === 'receipt' && amount > remaining ? 'above' : 'doubtful';
}
