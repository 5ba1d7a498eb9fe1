import type { Locator } from '@playwright/test';
import type { Attempt } from '../../miniprogram/core/attempt';
import { parseBillNumber } from '../../miniprogram/core/bill';
import { fen } from '../../miniprogram/core/money';
import { fakeAttempt } from '../support/fakes/attempt';
import { BILL, expect, OTHER_BILL, test } from './support';
import { seedJournal } from './support/seed';

test('the wait ends after 先收下一单: heard, named, and one tap away', async ({
  till,
  pos,
  pass,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await till.button('先收下一单').click();
  await expect(till.button('1 笔收款待确认 查看')).toBeVisible();
  // A minute, stretched by up to a fifth.
  await pass(75_000);
  const strip = till.button(`${BILL} ¥28.00 结果未知`);
  await expect(strip).toBeVisible();
  await expect.poll(() => till.phone.sounds()).toEqual(['news']);
  await expect(till.button('1 笔收款待确认，结果未知 查看')).toBeVisible();

  await strip.dblclick();
  await expect(till.heading).toHaveText('结果未知');
  await expect(till.button('确认未收款')).toBeVisible();
  await expect(strip).toBeHidden();
  await expect.poll(() => till.phone.pages()).toEqual(['collect', 'pending']);
  expect(pos.count(BILL)).toBe(1);
});

test('a part that comes in meanwhile is told as a part, and opens on its page', async ({
  till,
  pass,
  customer,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ amount: '10', code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await till.button('先收下一单').click();
  await till.collect({ bill: OTHER_BILL, amount: '2', code: customer.code() });
  await expect(till.heading).toHaveText('收款成功');
  carefulCustomer.confirm();
  await pass(7_000);
  const strip = till.button(`${BILL} ¥10.00 部分收款 按单据状态`);
  await expect(strip).toBeVisible();
  await expect.poll(() => till.phone.sounds()).toEqual(['success', 'news']);
  await strip.click();
  await expect(till.heading).toHaveText('部分收款成功');
  await expect(till.fact('本次收款')).toHaveText('¥10.00');
  await expect.poll(() => till.phone.pages()).toEqual(['collect', 'partial']);
});

/** Asked about every minute, and all that remained on its bill. */
function open(bill: string, due: number): Attempt {
  return fakeAttempt('unresolved', {
    id: bill,
    bill: parseBillNumber(bill),
    amount: fen(due),
    baseline: { sentAt: 0, payState: '1', figures: { due: fen(due), collected: fen(0) } },
    submittedAt: Date.now() - 100_000,
    stateAt: Date.now() - 20_000,
  });
}

for (const viewport of [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
]) {
  test.describe(`${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test('news is seen where it is heard, and no key leaves the finger', async ({
      till,
      pos,
      pass,
      shop,
      customer,
    }) => {
      const bills = [
        [BILL, 2800],
        ['XS20261122002', 10_000],
        ['XS20261122003', 3],
      ] as const;
      await seedJournal(
        till,
        shop.simulator.url,
        bills.map(([bill, due]) => open(bill, due)),
      );
      await till.start();
      const stays = async (key: Locator, index: 0 | 1 | 2): Promise<void> => {
        const [bill, due] = bills[index];
        await expect(key).toBeInViewport({ ratio: 1 });
        const before = await key.boundingBox();
        pos.payElsewhere(bill, due);
        const yuan = (due / 100).toFixed(2);
        const strip = till.button(`${bill} ¥${yuan} 已收款 按单据状态`);
        // A minute, stretched by up to a fifth. A query that is out as the time jumps ends unanswered:
        // then the next one tells.
        await expect(async () => {
          await pass(75_000);
          await expect(strip).toBeInViewport({ ratio: 1, timeout: 5_000 });
        }).toPass();
        expect(await key.boundingBox()).toEqual(before);
        await till.button('知道了').click();
        await expect(strip).toBeHidden();
        expect(await key.boundingBox()).toEqual(before);
      };

      await till.button('设置').click();
      await stays(till.page.getByRole('switch', { name: '振动' }), 0);
      await till.button('加密自检').click();
      await expect(till.text('自检通过')).toBeVisible();
      await stays(till.button('计算'), 1);
      await till.button('返回设置').click();
      await expect(till.button('退出登录')).toBeVisible();
      await till.page.getByRole('button', { name: '返回', exact: true }).click();
      await till.collect({ bill: OTHER_BILL, amount: '2', code: customer.code() });
      await expect(till.heading).toHaveText('收款成功');
      await stays(till.button('下一单'), 2);
      await seedJournal(till, shop.simulator.url, []);
    });

    test('at the sign-in page', async ({ till, pos, pass, customer }) => {
      await till.start();
      pos.fault('delayed', { ms: 8_000 });
      pos.fault('session-expired', { target: 'main-row', afterBarcode: true });
      await till.collect({ code: customer.code() });
      await expect(till.heading).toHaveText('正在确认结果');
      await pass(9_000);
      await till.button('重新登录').click();
      const key = till.button('登录');
      await expect(key).toBeVisible();
      await till.page.waitForTimeout(400);
      const before = await key.boundingBox();
      await expect(till.button(`${BILL} ¥28.00 已收款`)).toBeInViewport({ ratio: 1 });
      expect(await key.boundingBox()).toEqual(before);
      await expect.poll(() => till.phone.sounds()).toEqual(['news']);
    });
  });
}
