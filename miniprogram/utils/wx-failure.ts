import { asObject } from '../core/json';

/** What WeChat says about a call that failed: for the log, not for people and not to judge by. */
export function errMsgOf(error: unknown): string {
  const errMsg = asObject(error)?.['errMsg'];
  return typeof errMsg === 'string' ? errMsg : '';
}

/** "cancel" is part of the interface (no errno tells it apart), not a localised text. */
export function isCancelled(error: unknown): boolean {
  return /\bcancel\b/.test(errMsgOf(error));
}
