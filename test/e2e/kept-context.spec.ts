import { expect, test } from './support';
import { KeptContext } from './support/kept-context';
import { LeakWatch } from './support/leaks';

// A context kept over tests is worth only what would be found if it were not empty.
test('what one test leaves is seen by the next; clearing leaves nothing', async ({
  browser,
  shop,
  pos: _,
}) => {
  const { url } = shop.simulator;
  const kept = new KeptContext(browser);
  const begin = async (): Promise<{ leave: () => Promise<void>; left: readonly string[] }> => {
    const page = await (await kept.take('')).newPage();
    const watch = new LeakWatch();
    await watch.expectEmptyPhone(page);
    await page.goto(`${url}/cashier`);
    const leave = async (): Promise<void> => {
      await page.evaluate(() => {
        localStorage.setItem('wx:planted', '1');
        document.cookie = 'planted=1';
      });
      await page.close();
    };
    return { leave, left: watch.leftovers };
  };

  const first = await begin();
  expect(first.left).toEqual([]);
  await first.leave();
  const second = await begin();
  await expect.poll(() => second.left).toEqual(expect.arrayContaining(['wx:planted', 'a cookie']));
  await second.leave();
  await kept.clear(url);
  const third = await begin();
  await third.leave();
  expect(third.left).toEqual([]);
  await kept.end();
});

test('another look, or a changed clock, means another context', async ({ browser, shop }) => {
  const kept = new KeptContext(browser);
  const first = await kept.take('a');
  expect(await kept.take('a')).toBe(first);
  const second = await kept.take('b');
  expect(second).not.toBe(first);
  kept.spoil();
  await kept.clear(shop.simulator.url);
  expect(await kept.take('b')).not.toBe(second);
  await kept.end();
});
