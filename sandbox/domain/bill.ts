import type { Instant } from './clock';
import type { Fen } from './money';

/** One line of a bill. Amounts of money in fen, `quantity` in units of sale (may be 1.5). */
export interface BillRow {
  autoId: number;
  productId: number;
  productName: string;
  productClass: string;
  barcode: string;
  unit: string;
  weighed: boolean;
  quantity: number;
  retailPriceFen: Fen;
  costPriceFen: Fen;
  /** 1 = no discount, 0.9 = ten per cent off. */
  discountRate: number;
  subtotalFen: Fen;
  /** A returned row stays on the bill but is not due. */
  returned: boolean;
}

/** A bill (售货单) as the shop wrote it; what was collected is kept by the ledger. */
export interface Bill {
  number: string;
  /** Login of the seller. */
  seller: string;
  writtenAt: Instant;
  rows: readonly BillRow[];
  /** Collected before the sandbox started, in fen. */
  collectedBeforeFen: Fen;
  guide: string;
  memberId: number;
  memberInfo: string;
}

/**
 * Only "3" (all collected) is documented. "1" (nothing yet) and "2" (a part) are this sandbox's own
 * choice: a client must treat every value but "3" alike.
 */
export type PayState = '1' | '2' | '3';

/** What has to be paid for a bill, in fen: returned rows are not due. */
export function dueFen(bill: Bill): Fen {
  return bill.rows.reduce((sum, row) => (row.returned ? sum : sum + row.subtotalFen), 0);
}

/** The documented "3" only when every fen is there. */
export function payStateOf(due: Fen, collected: Fen): PayState {
  if (collected >= due) return '3';
  return collected > 0 ? '2' : '1';
}

/** Bill numbers are compared as an SQL Server would: blanks at the ends and case do not count. */
export function sameBillKey(number: string): string {
  return number.trim().toUpperCase();
}
