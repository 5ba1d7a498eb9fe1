import { scenarios } from '../pages/scenarios';
import { fakeAttempt } from '../support/fakes/attempt';
import { BILL, expect, test } from './support';
import { seedJournal } from './support/seed';
import { smallTapTargets } from './support/tap-targets';

for (const viewport of [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
]) {
  const { width, height } = viewport;
  test.describe(`${width} × ${height}`, () => {
    test.use({ viewport });

    test('login and collect: nothing to tap is smaller than 44 px', async ({ till, shop }) => {
      await seedJournal(till, shop.simulator.url, [fakeAttempt('unresolved')]);
      await till.open();
      await expect(till.button('登录')).toBeVisible();
      expect.soft(await smallTapTargets(till.page)).toEqual([]);
      await till.signIn();
      await till.fillBill(BILL);
      await expect(till.button('该单有一笔待确认 查看')).toBeVisible();
      expect.soft(await smallTapTargets(till.page)).toEqual([]);
      await seedJournal(till, shop.simulator.url, []);
    });

    test('the home page fits: the primary key is in reach without scrolling', async ({
      till,
      shop,
    }) => {
      await seedJournal(till, shop.simulator.url, [fakeAttempt('unresolved')]);
      await till.start();
      await expect(till.button('1 笔收款待确认，结果未知 查看')).toBeInViewport({ ratio: 1 });
      await expect(till.button('扫码收款')).toBeInViewport({ ratio: 1 });
      await till.fillBill(BILL);
      await expect(till.button('该单有一笔待确认 查看')).toBeInViewport({ ratio: 1 });
      await expect(till.button('扫码收款')).toBeInViewport({ ratio: 1 });
      await seedJournal(till, shop.simulator.url, []);
    });

    test('result pages: nothing to tap is smaller than 44 px', async ({ till, shop }) => {
      for (const { name, page, attempt } of scenarios) {
        await seedJournal(till, shop.simulator.url, [attempt]);
        await till.open(`pages/${page}/${page}`, `id=${attempt.id}`);
        await expect(till.heading).toBeVisible();
        expect.soft(await smallTapTargets(till.page), name).toEqual([]);
      }
      await seedJournal(till, shop.simulator.url, []);
    });
  });
}
