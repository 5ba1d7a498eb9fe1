import { parseObject } from './json';
import { isWithinShift } from './kept-session';

/** The work of one person at this phone's till: from the sign-in until they sign out, or another signs in. */
export interface Shift {
  /** Base URL of the server. */
  readonly server: string;
  readonly user: string;
  /** ms since 1970. */
  readonly since: number;
}

/**
 * Since when the shift of whoever has signed in runs (ms since 1970). The same user's sign-in goes on
 * with the shift before, while that is not older than a shift lasts: a session that the server refuses
 * ends no shift.
 *
 * @param before the last shift on this phone that nobody has ended by signing out
 */
export function shiftSince(
  before: Shift | null,
  { user, signedInAt }: { readonly user: string; readonly signedInAt: number },
  server: string,
  shiftHours: number,
): number {
  if (before === null || before.user !== user || before.server !== server) return signedInAt;
  if (!isWithinShift(before.since, signedInAt, shiftHours)) return signedInAt;
  // The clock may have been corrected backwards in between.
  return Math.min(before.since, signedInAt);
}

export function encodeShift({ server, user, since }: Shift): string {
  return JSON.stringify({ server, user, since });
}

/** null for anything that is not wholly a shift of ours. */
export function decodeShift(text: unknown): Shift | null {
  const fields = parseObject(text);
  if (fields === null) return null;
  const { server, user, since } = fields;
  if (typeof server !== 'string' || typeof user !== 'string') return null;
  return typeof since === 'number' && Number.isFinite(since) ? { server, user, since } : null;
}
