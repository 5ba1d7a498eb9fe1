import type { Recheck } from './attempt';
import type { AskingProgress } from './watch';

/**
 * When the bill of a declined attempt is read next (ms since 1970), or null when it has been read
 * enough: at once, once more after `delay`, and then until a read shows it unmoved.
 */
export function nextRecheckAt(
  declinedAt: number,
  recheck: Recheck | null,
  progress: AskingProgress,
  delay: number,
): number | null {
  const unmoved = recheck === 'unmoved';
  if (progress.lastSentAt === null) return unmoved ? null : declinedAt;
  if (progress.queries >= 2 && unmoved) return null;
  return progress.lastSentAt + delay;
}
