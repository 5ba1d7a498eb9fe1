import type { Page } from '@playwright/test';
// For the type of `window.__simulator`.
import type {} from '../simulator/support';

/**
 * Kills the app at the n-th write of an attempt's record from now on: just before it stands in the
 * storage, or just after, before the app has learnt that it does. The app starts again by itself.
 */
export async function killAtWrite(
  page: Page,
  nth: number,
  moment: 'before' | 'after',
): Promise<void> {
  await page.evaluate(
    ({ nth, moment }) => {
      const write = Storage.prototype.setItem;
      let writes = 0;
      Storage.prototype.setItem = function (this: Storage, key: string, value: string) {
        if (key.startsWith('wx:attempt:')) writes += 1;
        const now = writes === nth && key.startsWith('wx:attempt:');
        if (!now || moment === 'after') write.call(this, key, value);
        if (now) window.__simulator.kill();
      };
    },
    { nth, moment },
  );
}
