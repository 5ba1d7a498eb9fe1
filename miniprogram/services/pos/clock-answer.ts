import type { HttpOutcome } from '../../core/http-outcome';
import { parseHttpDate } from '../../core/http-date';
import { ClockWrongError } from '../../core/errors/clock-wrong-error';
import {
  type HawkCredentials,
  saysStale,
  statesOtherReason,
  toldTime,
  verifiedServerTime,
} from '../../utils/hawk';

/** What a refused call tells about the server's time. All times in ms since 1970. */
export interface ClockAnswer {
  /** The server's time, signed with our key; null when it is not. */
  readonly verified: number | null;
  /** The server's time without proof (`ts` without `tsm`, else `Date`); null: none, or a proof that fails. */
  readonly unverified: number | null;
  /** It says in words that the timestamp was the reason. */
  readonly saysStale: boolean;
  /** The timestamp was the reason: by its words, or by a `ts` too far from the one we signed. */
  readonly blamesClock: boolean;
}

/** Hawk's usual tolerance: a difference up to this is no reason to refuse a call, ms. */
const TOLERANCE = 60_000;
/**
 * An unproved time is believed up to two days from the phone's: a wrong day or zone set by hand.
 * What is further off is rather a mistake of whatever told it. ms.
 */
const UNVERIFIED_LIMIT = 2 * 86_400_000;

/** @param signedAt the server's time that the call was signed for; null when the answer is no 401 of Hawk's */
export function readClockAnswer(
  outcome: HttpOutcome,
  credentials: HawkCredentials,
  signedAt: number,
): ClockAnswer | null {
  if (outcome.kind !== 'answer' || outcome.status !== 401) return null;
  const challenge = outcome.headers['www-authenticate'] ?? '';
  if (!/^\s*Hawk\b/i.test(challenge)) return null;
  const verified = verifiedServerTime(challenge, credentials);
  const told = toldTime(challenge);
  const stale = saysStale(challenge);
  const farOff = told !== null && Math.abs(told.seconds * 1000 - signedAt) > TOLERANCE;
  const date = parseHttpDate(outcome.headers['date'] ?? '');
  return {
    verified: verified === null ? null : verified * 1000,
    unverified: told === null ? date : told.hasProof ? null : told.seconds * 1000,
    saysStale: stale,
    blamesClock: stale || (farOff && !statesOtherReason(challenge)),
  };
}

/** The unproved time that a read may be tried with once more; null when it would not help, or is not believed. */
export function usableUnverified(
  { verified, unverified, blamesClock }: ClockAnswer,
  phoneNow: number,
  signedAt: number,
): number | null {
  if (verified !== null || unverified === null || !blamesClock) return null;
  const nearEnough = Math.abs(unverified - phoneNow) <= UNVERIFIED_LIMIT;
  const differs = Math.abs(unverified - signedAt) >= 1_000;
  return nearEnough && differs ? unverified : null;
}

/** The refusal as an error about the clock; null when something else is, or may be, the reason. */
export function clockProblem(answer: ClockAnswer | null, phoneNow: number): ClockWrongError | null {
  if (answer === null || !answer.blamesClock) return null;
  const told = answer.verified ?? answer.unverified;
  const offBy = told === null ? null : told - phoneNow;
  // A phone that is right is no reason to send staff to its settings with a number.
  return new ClockWrongError(offBy !== null && Math.abs(offBy) > TOLERANCE ? offBy : null);
}
