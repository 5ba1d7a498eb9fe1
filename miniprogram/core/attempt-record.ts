import type { Attempt, AttemptState, BillReading, Proof, Recheck } from './attempt';
import { asObject, parseObject } from './json';
import { ALLOWED } from './transitions';

/** The format written today. A newer app must go on reading every older format. */
export const RECORD_FORMAT = 1;

/** An attempt as it stands in storage: one of two slots, the higher `sequence` is the newer. */
export interface AttemptRecord {
  readonly format: number;
  /** Counts the writes of this attempt from 1. */
  readonly sequence: number;
  readonly attempt: Attempt;
}

export function encodeRecord(attempt: Attempt, sequence: number): string {
  const record: AttemptRecord = { format: RECORD_FORMAT, sequence, attempt };
  return JSON.stringify(record);
}

/**
 * Reads a stored record.
 *
 * @returns null for anything that is not whole and of a known format: such a record is set aside and
 *   shown, never guessed at
 */
export function decodeRecord(text: unknown): AttemptRecord | null {
  const record = parseObject(text);
  if (record === null || record['format'] !== RECORD_FORMAT) return null;
  const { sequence, attempt } = record;
  if (!isWholeNumber(sequence) || sequence < 1 || !isAttempt(attempt)) return null;
  return { format: RECORD_FORMAT, sequence, attempt };
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isState: Check = (value) => Object.keys(ALLOWED).some((state) => state === value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

function isWholeNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

function hasShape(value: unknown, shape: Readonly<Record<string, Check>>): boolean {
  const object = asObject(value);
  if (object === null) return false;
  return Object.keys(shape).every((name) => shape[name]?.(object[name]) ?? false);
}

const isFigures: Check = (value) =>
  hasShape(value, { due: isWholeNumber, collected: isWholeNumber });

const isReading = (value: unknown): value is BillReading =>
  hasShape(value, { sentAt: isWholeNumber, payState: orNull(isText), figures: orNull(isFigures) });

const isClosing: Check = (value) =>
  hasShape(value, { by: isText, at: isWholeNumber, note: isText });

const PROOFS: readonly Proof[] = [
  'answer',
  'lateAnswer',
  'thirdPartyQuery',
  'billState',
  'receiptGrowth',
];
const isProof: Check = (value) => PROOFS.some((proof) => proof === value);

const RECHECKS: readonly Recheck[] = ['pending', 'unmoved', 'unreadable'];
const isRecheck: Check = (value) => RECHECKS.some((recheck) => recheck === value);

const isHistory: Check = (value) =>
  Array.isArray(value) &&
  value.every((change) => hasShape(change, { to: isState, at: isWholeNumber, cause: isText }));

const ATTEMPT_SHAPE: Readonly<Record<keyof Attempt, Check>> = {
  id: isText,
  server: isText,
  user: isText,
  bill: isText,
  amount: (value) => isWholeNumber(value) && value > 0,
  maskedCode: isText,
  baseline: isReading,
  preparedAt: isWholeNumber,
  submittedAt: orNull(isWholeNumber),
  state: isState,
  stateAt: isWholeNumber,
  proof: orNull(isProof),
  billComplete: orNull((value) => typeof value === 'boolean'),
  paymentNumber: orNull(isText),
  message: isText,
  rejectedReason: orNull(isText),
  unknownReason: orNull(isText),
  recheck: orNull(isRecheck),
  closing: orNull(isClosing),
  acknowledgedAt: orNull(isWholeNumber),
  history: isHistory,
};

const NEVER_SENT: readonly AttemptState[] = ['prepared', 'rejected'];

function isAttempt(value: unknown): value is Attempt {
  if (!hasShape(value, ATTEMPT_SHAPE)) return false;
  const { state, submittedAt, proof } = value as Attempt;
  if (state === 'collected' && proof === null) return false;
  return submittedAt !== null || NEVER_SENT.includes(state);
}
