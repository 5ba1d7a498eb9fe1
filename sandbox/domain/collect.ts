import type { PayState } from './bill';
import type { Fen } from './money';
import type { CodeRefusal } from './wallet';

/** What the cashier asks for: one scanned code, one amount, one bill. */
export interface CollectRequest {
  billNumber: string;
  /** The scanned code in clear. */
  code: string;
  fen: Fen;
  /** Login of the cashier. */
  by: string;
}

/** A tester's wish for the decision, applied after the till's own checks. */
export type Decision =
  | { kind: 'declined'; words: string }
  /** errcode 1 now, charged `ms` milliseconds later. */
  | { kind: 'processing'; ms: number };

export type Refusal =
  | CodeRefusal
  | 'bill-unknown'
  | 'bill-complete'
  | 'amount-not-positive'
  | 'amount-above-remaining'
  | 'balance-too-low'
  | 'declined';

export type CollectOutcome =
  | { kind: 'collected'; billNumber: string; serial: number; payState: PayState }
  | { kind: 'undecided'; billNumber: string; serial: number; payState: PayState }
  | { kind: 'refused'; words: string; refusal: Refusal };
