import type { ServerDecimal } from './server-decimal';

/** One row of goods on a bill. What the shop paid for it (`cosprice`) is never read. */
export interface BillRow {
  readonly productName: string;
  readonly barcode: string;
  readonly unit: string;
  /** Quantity as the server wrote it (it may be a weight). */
  readonly quantity: string;
  readonly subtotal: ServerDecimal;
  readonly sellState: SellState;
}

/** sellstate "0", "1", and whatever is not documented. */
export type SellState = 'sold' | 'returned' | 'other';
