import type { BarcodeFault } from './fault-kinds';

/** What the customer will do when WeChat asks. */
export type CustomerPlan =
  /** Needs no password: charged at once. */
  | { readonly kind: 'pays' }
  /** Confirms after `ms`; WeChat revokes what is open after 45 s unless `late`. */
  | { readonly kind: 'confirms'; readonly ms: number; readonly late: boolean }
  | { readonly kind: 'cancels'; readonly ms: number }
  | { readonly kind: 'ignores' }
  | { readonly kind: 'cannotPay' };

/** A payment code as WeChat knows it. */
export interface Code {
  readonly text: string;
  readonly plan: CustomerPlan;
  readonly issuedAt: number;
  spent: boolean;
  /** Phones whose app was given this code by the scanner. */
  readonly scans: string[];
}

/** How the answer that reached the app reads, by the payment rules' table and not by the app's code. */
export type Told =
  'collected' | 'awaiting' | 'declined' | 'refused' | 'staleClock' | 'notSent' | 'nothing';

/**
 * One `wx.request` of the barcode call, with the truth about it: what the app is compared with.
 */
export interface Post {
  readonly id: number;
  readonly till: string;
  /** Of the app's process that sent it. */
  readonly run: number;
  readonly server: string;
  /** Folded bill number. */
  readonly bill: string;
  /** As staff typed it, fen. */
  readonly fen: number;
  readonly code: string;
  readonly sentAt: number;
  /** The journal's id for it. */
  attemptId: string;
  fault: BarcodeFault | null;
  /** How often it reached the server. */
  deliveries: number;
  /** A code in clear on its way to the server would do as well. */
  told: Told;
  /** When money moved because of this call; null: it has not. */
  chargedAt: number | null;
  chargedFen: number;
  /** The customer may still confirm. */
  waiting: boolean;
  serial: number | null;
  /** The phone's storage was cleared or its record damaged since: the app cannot know it any more. */
  excused: boolean;
}
