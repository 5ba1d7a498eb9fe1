import type { Recheck } from './attempt';

/**
 * How long after "declined" a bill that moves is still put down to that attempt, ms. WeChat revokes
 * an open order after about 45 s; later money on the bill is somebody else's.
 */
export const RECHECK_WINDOW = 60_000;

/** How often a declined attempt's bill is read before "unmoved" is enough. */
const READS = 2;

/** The reading of a declined attempt's bill, in this run of the app. Older queries say nothing. */
export interface RecheckProgress {
  /** When the newest query since "declined" was sent, ms since 1970; null before the first. */
  readonly lastSentAt: number | null;
  /** How many of these queries were answered. */
  readonly answered: number;
}

/**
 * When the bill of a declined attempt is read next (ms since 1970), or null when it has been read
 * enough: at once, once more after `delay`, and then until a read shows it unmoved. Killed between
 * the two reads, the app makes the second one at its next start, if that still says anything.
 */
export function nextRecheckAt(
  declinedAt: number,
  recheck: Recheck | null,
  { lastSentAt, answered }: RecheckProgress,
  now: number,
  delay: number,
): number | null {
  const unmoved = recheck === 'unmoved';
  if (unmoved && (answered >= READS || now - declinedAt > RECHECK_WINDOW)) return null;
  if (lastSentAt === null) return unmoved ? declinedAt + delay : declinedAt;
  return lastSentAt + delay;
}
