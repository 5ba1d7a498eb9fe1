import type { Attempt } from '../../../miniprogram/core/attempt';
import { encodeRecord } from '../../../miniprogram/core/attempt-record';
import type { Till } from './till';

/** Leaves the phone with these attempts in its journal, and nothing else, for the app's next start. */
export async function seedJournal(
  till: Till,
  server: string,
  attempts: readonly Attempt[],
): Promise<void> {
  const records = attempts.map((attempt) => [
    `wx:attempt:${attempt.id}:1`,
    JSON.stringify(encodeRecord({ ...attempt, server }, 1)),
  ]);
  // Any address of the simulator's that runs no app.
  await till.page.goto(`${server}/__sim/icon.svg`);
  await till.page.evaluate((entries) => {
    window.localStorage.clear();
    for (const [key = '', text = ''] of entries) window.localStorage.setItem(key, text);
  }, records);
}
