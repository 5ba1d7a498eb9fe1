/** The calls of the POS contract, by the names used in faults, counts and the panel. */
export const ENDPOINTS = [
  'login',
  'barcode',
  'main-row',
  'rows',
  'receipt',
  'wechat-query',
] as const;

export type Endpoint = (typeof ENDPOINTS)[number];

/** `query` stands for every call that only reads. */
export type FaultTarget = Endpoint | 'query';

/**
 * What can go wrong, as plain data:
 *
 * | kind | the server … | the caller sees |
 * |---|---|---|
 * | answer-lost | does the work | connection cut, no answer |
 * | request-lost | does nothing | connection cut, no answer |
 * | delayed | does the work at once | the answer `ms` later |
 * | error-before | does nothing | 500 (JSON) |
 * | error-after | does the work | 500 (HTML) |
 * | broken-body | does the work | 200, half of the JSON |
 * | truncated-body | does the work | 200, connection cut in mid-body |
 * | html | does nothing, unless `work` | 200, an HTML page |
 * | http-status | does nothing, unless `work` | `status`; with `work`, around the true envelope |
 * | session-expired | does nothing | 401 |
 * | unknown-errcode | does the work | `errcode` (default 7), an undocumented one |
 * | wrong-bill | does the work | an answer that names another bill |
 * | no-tag | does the work | `tag: null` |
 * | connection-drop | does the work | the answer, then the kept connection closes unannounced |
 * | delivered-twice | gets the same bytes twice | the second answer only |
 * | undecided | charges after `ms` (barcode) | errcode 1 |
 * | declined | charges nothing (barcode) | errcode -1 with `words` |
 * | no-billpaystate | does the work (barcode) | a tag without billpaystate |
 */
export const FAULT_KINDS = [
  'answer-lost',
  'request-lost',
  'delayed',
  'error-before',
  'error-after',
  'broken-body',
  'truncated-body',
  'html',
  'http-status',
  'session-expired',
  'unknown-errcode',
  'wrong-bill',
  'no-tag',
  'connection-drop',
  'delivered-twice',
  'undecided',
  'declined',
  'no-billpaystate',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** These make no sense for any call but the barcode call. */
export const BARCODE_ONLY: readonly FaultKind[] = ['undecided', 'declined', 'no-billpaystate'];

/** What the tester writes. */
export interface FaultRequest {
  kind: FaultKind;
  /** Default `barcode`. */
  target?: FaultTarget;
  /** For the next n calls of the target; default 1. */
  times?: number;
  /** `delayed`: default 5000. `undecided`: default 10000. Milliseconds. */
  ms?: number;
  /** `declined`, `unknown-errcode`: the errmsg. */
  words?: string;
  /** `unknown-errcode`. */
  errcode?: number;
  /** `http-status`; default 503. */
  status?: number;
  /** `html`, `http-status`: whether the server did the work (money moved) first. */
  work?: boolean;
  /** Sleeps until the next barcode call has come in; for queries that fail only after the payment. */
  afterBarcode?: boolean;
}

/** A fault with every default filled in, as the queue holds it. */
export interface Fault extends Required<FaultRequest> {
  id: number;
  /** Calls it will still hit. */
  remaining: number;
}

const DEFAULT_MS: Partial<Record<FaultKind, number>> = { delayed: 5_000, undecided: 10_000 };

const DEFAULT_WORDS: Partial<Record<FaultKind, string>> = {
  declined: '余额不足，请客人更换付款方式',
  'unknown-errcode': '系统繁忙',
};

export function completeFault(request: FaultRequest, id: number): Fault {
  const times = request.times ?? 1;
  return {
    id,
    kind: request.kind,
    target: request.target ?? 'barcode',
    times,
    remaining: times,
    ms: request.ms ?? DEFAULT_MS[request.kind] ?? 0,
    words: request.words ?? DEFAULT_WORDS[request.kind] ?? '',
    errcode: request.errcode ?? 7,
    status: request.status ?? 503,
    work: request.work ?? !['html', 'http-status'].includes(request.kind),
    afterBarcode: request.afterBarcode ?? false,
  };
}
