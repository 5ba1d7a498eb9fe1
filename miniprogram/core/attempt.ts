import type { BillNumber } from './bill';
import { type Fen, subtractFen } from './money';
import type { RejectedReason, UnknownReason } from './verdict';

/**
 * The states of an attempt (one scanned code, one amount, at most one barcode call).
 * Only `transitions.ts` changes them.
 */
export type AttemptState =
  /** Made, nothing sent. */
  | 'prepared'
  /** Durably written; the call is about to leave or has left. */
  | 'submitted'
  /** errcode 1: the customer is confirming. */
  | 'awaiting'
  /** Sent, no trustworthy answer. */
  | 'unknown'
  /** The watch ended without evidence. */
  | 'unresolved'
  /** Evidence that this attempt's money was received. */
  | 'collected'
  /** errcode −1. */
  | 'declined'
  /** Refused before processing, or provably never left the phone. */
  | 'rejected'
  /** A person saw proof of payment. */
  | 'staffPaid'
  /** A person checked and confirms that nothing was paid. */
  | 'staffNotPaid'
  /** Money showed up where none should be. */
  | 'conflict';

/** What proves that the attempt's money was received. The last two look the same when cash or another till paid. */
export type Proof = 'answer' | 'lateAnswer' | 'thirdPartyQuery' | 'billState' | 'receiptGrowth';

/** A bill as it was read from the server at one moment. */
export interface BillReading {
  /** When the (first) query was sent, ms since 1970: the reading is at least as new as this. */
  readonly sentAt: number;
  /** MainRow's paystate; only "3" is documented (whole bill collected). null: not said. */
  readonly payState: string | null;
  /** The receipt's amounts; null when the receipt is switched off or its figures cannot be computed with. */
  readonly figures: BillFigures | null;
}

/** The receipt's amounts of a bill. */
export interface BillFigures {
  /** 应收, the receipt's `cost`. */
  readonly due: Fen;
  /** 已收, the receipt's `real`. */
  readonly collected: Fen;
}

/**
 * After "declined": has the bill been seen unmoved since? (A repeated transmission is answered
 * "code already used" although the first one charged.)
 */
export type Recheck = 'pending' | 'unmoved' | 'unreadable';

/** A closing by staff: who, when, and what they saw or why. */
export interface StaffClosing {
  readonly by: string;
  readonly at: number;
  readonly note: string;
}

/** One change of state, kept for the accountant. */
export interface StateChange {
  readonly to: AttemptState;
  /** ms since 1970. */
  readonly at: number;
  /** Machine-readable cause, e.g. "answer:collected", "watchEnded". */
  readonly cause: string;
}

/** One attempt to collect money. Immutable; holds no secret. */
export interface Attempt {
  readonly id: string;
  /** Base URL of the server it was sent to. */
  readonly server: string;
  /** Login name of who collected. */
  readonly user: string;
  readonly bill: BillNumber;
  readonly amount: Fen;
  /** Payment code with all but two digits at each end hidden. */
  readonly maskedCode: string;
  /** The fresh read right before the call. */
  readonly baseline: BillReading;
  /** ms since 1970. */
  readonly preparedAt: number;
  /** ms since 1970; null until the call is about to leave. */
  readonly submittedAt: number | null;
  readonly state: AttemptState;
  /** ms since 1970: when `state` was entered. */
  readonly stateAt: number;
  /** Set with collected, and with conflict when evidence caused it. */
  readonly proof: Proof | null;
  /** Is the whole bill collected? null: not known. Only meaningful once collected. */
  readonly billComplete: boolean | null;
  /** The server's serial number of the payment (autoid). */
  readonly paymentNumber: string | null;
  /** Words of the server to show with declined or rejected; '' when it gave none. */
  readonly message: string;
  readonly rejectedReason: RejectedReason | null;
  readonly unknownReason: UnknownReason | null;
  /** null unless declined. */
  readonly recheck: Recheck | null;
  readonly closing: StaffClosing | null;
  /** When a person acknowledged the conflict; null while it is loud. */
  readonly acknowledgedAt: number | null;
  readonly history: readonly StateChange[];
}

/** Everything known when the payment code has been scanned and the bill freshly read. */
export interface NewAttempt {
  readonly id: string;
  readonly server: string;
  readonly user: string;
  readonly bill: BillNumber;
  readonly amount: Fen;
  readonly maskedCode: string;
  readonly baseline: BillReading;
}

/** A new attempt, nothing sent. `at`: ms since 1970. */
export function prepareAttempt(start: NewAttempt, at: number): Attempt {
  return {
    ...start,
    preparedAt: at,
    submittedAt: null,
    state: 'prepared',
    stateAt: at,
    proof: null,
    billComplete: null,
    paymentNumber: null,
    message: '',
    rejectedReason: null,
    unknownReason: null,
    recheck: null,
    closing: null,
    acknowledgedAt: null,
    history: [{ to: 'prepared', at, cause: 'prepared' }],
  };
}

const UNDECIDED: readonly AttemptState[] = ['submitted', 'awaiting', 'unknown', 'unresolved'];

/** Sent, and nobody knows yet whether money moved. */
export function isUndecidedState(state: AttemptState): boolean {
  return UNDECIDED.includes(state);
}

/** The same of an attempt. */
export function isUndecided(attempt: Attempt): boolean {
  return isUndecidedState(attempt.state);
}

/** Money showed up where none should be, and nobody has acknowledged it yet. */
export function isLoudConflict(attempt: Attempt): boolean {
  return attempt.state === 'conflict' && attempt.acknowledgedAt === null;
}

/** Still asked about by the watch (unresolved attempts are asked about more rarely). */
export function isWatched(attempt: Attempt): boolean {
  return isUndecided(attempt) && attempt.state !== 'unresolved';
}

/**
 * While true the attempt's bill must not be charged again on this phone: undecided, declined but the
 * bill not seen unmoved since, or a conflict that nobody has acknowledged.
 */
export function blocksBill(attempt: Attempt): boolean {
  if (isUndecided(attempt) || attempt.state === 'prepared') return true;
  if (attempt.state === 'declined') return attempt.recheck !== 'unmoved';
  return isLoudConflict(attempt);
}

/**
 * Failed, and proved so by an answer or a reading: the only case in which bill and amount may be
 * offered again by themselves. Neither a conflict nor a person's word is such a proof.
 */
export function isProvedFailure(attempt: Attempt): boolean {
  if (attempt.state === 'rejected') return true;
  return attempt.state === 'declined' && attempt.recheck === 'unmoved' && amountsCompared(attempt);
}

/** 待收: what is due and not yet collected; negative when too much was. */
function remaining(figures: BillFigures): Fen {
  return subtractFen(figures.due, figures.collected);
}

/**
 * Whether the bill's amounts can be compared with what they were before the call; without them only
 * its state can, and that a part of the money does not move.
 */
export function amountsCompared({ baseline }: Attempt): boolean {
  return baseline.figures !== null;
}

/** Remaining amount at the baseline; null when the receipt was not read. */
export function remainingAt(reading: BillReading): Fen | null {
  return reading.figures === null ? null : remaining(reading.figures);
}
