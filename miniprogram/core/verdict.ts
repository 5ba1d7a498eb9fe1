import { sameBill } from './bill';
import {
  type Envelope,
  field,
  isAmbiguous,
  mentionsErrcode,
  parseEnvelope,
  textField,
} from './envelope';
import type { HttpOutcome } from './http-outcome';
import { asObject } from './json';

/** Why a barcode call counts as refused before processing, or as never sent. */
export type RejectedReason = 'notSent' | 'refusedByServer' | 'staleClock';

/** Why an answer to the barcode call proves nothing. */
export type UnknownReason =
  | 'noAnswer'
  | 'interrupted'
  | 'otherBill'
  | 'undocumentedErrcode'
  | 'sessionRefused'
  | 'tooManyRequests'
  | 'serverError'
  | 'unexpectedStatus'
  | 'unreadableAnswer';

/** What the answer to one barcode call says about that attempt: the table of docs/payment-safety.md. */
export type Verdict =
  | {
      readonly kind: 'collected';
      /** true: paystate "3"; false: another text; null: not said, so MainRow is asked. */
      readonly billComplete: boolean | null;
      readonly paymentNumber: string | null;
    }
  | { readonly kind: 'awaiting'; readonly paymentNumber: string | null }
  | { readonly kind: 'declined'; readonly message: string }
  | { readonly kind: 'rejected'; readonly reason: RejectedReason; readonly message: string }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason };

export interface VerdictRules {
  /**
   * Statuses that mean "refused before processing" when no envelope comes with them. One setting,
   * because the vendor documents no status codes [I].
   */
  readonly rejectedStatuses: readonly number[];
}

/** The bill's state that means: the whole bill is collected. The only documented value. */
export const BILL_COMPLETE = '3';

/**
 * Reads the outcome of the barcode call strictly by the verdict table. Whatever the table does not
 * name is unknown: an outcome is concluded from evidence only.
 *
 * @param bill the bill that was charged
 * @param staleClockVerified a 401 said "stale timestamp" and its `tsm` was checked with our key
 */
export function judgeBarcodeAnswer(
  outcome: HttpOutcome,
  bill: string,
  rules: VerdictRules,
  staleClockVerified = false,
): Verdict {
  switch (outcome.kind) {
    case 'notSent':
      return { kind: 'rejected', reason: 'notSent', message: '' };
    case 'noAnswer':
      return unknown(outcome.reason === 'interrupted' ? 'interrupted' : 'noAnswer');
    case 'answer':
      break;
  }
  if (outcome.status === 200) {
    const envelope = parseEnvelope(outcome.body);
    return envelope === null ? unknown('unreadableAnswer') : judgeEnvelope(envelope, bill);
  }
  // An envelope under another status contradicts itself: the status says one thing, the body another.
  const bare = !mentionsErrcode(outcome.body);
  if (bare && rules.rejectedStatuses.includes(outcome.status)) {
    return { kind: 'rejected', reason: 'refusedByServer', message: '' };
  }
  if (bare && outcome.status === 401 && staleClockVerified) {
    return { kind: 'rejected', reason: 'staleClock', message: '' };
  }
  return unknown(unknownStatus(outcome.status));
}

function judgeEnvelope(envelope: Envelope, bill: string): Verdict {
  const { errcode, errmsg, tag } = envelope;
  if (errcode !== 0 && errcode !== 1 && errcode !== -1) return unknown('undocumentedErrcode');
  const answer = readBarcodeTag(tag, bill);
  if (answer === 'unreadable') {
    // A tag of another shape cannot say which bill it is about; only "declined" and "awaiting"
    // conclude nothing about money received, and their tag may be empty.
    return errcode === 0 ? unknown('unreadableAnswer') : withoutTag(errcode, errmsg);
  }
  if (answer === 'otherBill') return unknown('otherBill');
  if (errcode === 0) return { kind: 'collected', ...answer };
  if (errcode === 1) return { kind: 'awaiting', paymentNumber: answer.paymentNumber };
  return { kind: 'declined', message: errmsg };
}

function withoutTag(errcode: 1 | -1, errmsg: string): Verdict {
  return errcode === 1
    ? { kind: 'awaiting', paymentNumber: null }
    : { kind: 'declined', message: errmsg };
}

interface BarcodeTag {
  readonly billComplete: boolean | null;
  readonly paymentNumber: string | null;
}

function readBarcodeTag(tag: unknown, bill: string): BarcodeTag | 'otherBill' | 'unreadable' {
  if (tag === null || tag === '') return { billComplete: null, paymentNumber: null };
  const fields = asObject(tag);
  if (fields === null || isAmbiguous(fields, 'billnum')) return 'unreadable';
  const named = field(fields, 'billnum');
  if (named !== undefined && named !== null && named !== '') {
    if (typeof named !== 'string' && typeof named !== 'number') return 'unreadable';
    if (!sameBill(String(named), bill)) return 'otherBill';
  }
  const payState = textField(fields, 'billpaystate');
  return {
    billComplete: payState === null || payState === '' ? null : payState === BILL_COMPLETE,
    paymentNumber: paymentNumber(field(fields, 'autoid')),
  };
}

function paymentNumber(autoid: unknown): string | null {
  if (typeof autoid !== 'number' && typeof autoid !== 'string') return null;
  return String(autoid) === '' ? null : String(autoid);
}

function unknown(reason: UnknownReason): Verdict {
  return { kind: 'unknown', reason };
}

function unknownStatus(status: number): UnknownReason {
  if (status === 401 || status === 403) return 'sessionRefused';
  if (status === 429) return 'tooManyRequests';
  return status >= 500 ? 'serverError' : 'unexpectedStatus';
}
