import { type Attempt, isUndecided } from '../../../miniprogram/core/attempt';
import type { Till } from './till';

/** The attempts of several tills; of one that two pages hold, the page that knows more is heard. */
export async function heldByAll(
  tills: readonly Till[],
  what: 'attempts' | 'journal',
): Promise<Attempt[]> {
  const held = new Map<string, Attempt>();
  for (const till of tills) {
    for (const attempt of await till.phone[what]()) {
      const known = held.get(attempt.id);
      if (known === undefined || isUndecided(known)) held.set(attempt.id, attempt);
    }
  }
  return Array.from(held.values());
}
