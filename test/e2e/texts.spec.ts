import { normalise, scenarios } from '../pages/scenarios';
import { expect, test } from './support';
import { seedJournal } from './support/seed';
import { shownTexts } from './support/texts';

// The same table as for miniprogram-simulate (test/pages/texts.test.ts): two engines, one text.
// One test for all, so that the app's files are loaded only once.
test('every page shows in the browser what the table says', async ({ till, shop, pos }) => {
  const { url } = shop.simulator;
  for (const { name, page, attempt, others = [], texts } of scenarios) {
    await test.step(`${page}: ${name}`, async () => {
      await seedJournal(till, url, [attempt, ...others]);
      await till.open(`pages/${page}/${page}`, `id=${attempt.id}`);
      await expect.soft
        .poll(async () => normalise(await shownTexts(till.page)), { message: `${page}: ${name}` })
        .toEqual(texts);
    });
  }
  expect(pos.outcomes('barcode')).toEqual([]);
  await seedJournal(till, url, []);
});

test('login and collect', async ({ till, shop }) => {
  await till.open();
  await expect(till.button('登录')).toBeVisible();
  expect(await shownTexts(till.page)).toEqual([
    '用户名',
    '密码',
    '显示密码',
    '登录',
    '服务器',
    shop.simulator.url,
    '更换服务器',
  ]);
  await till.signIn();
  await expect(till.button('扫码收款')).toBeVisible();
  const keys = ['1', '2', '3', '退格', '4', '5', '6', '清空', '7', '8', '9', '00', '0', '.'];
  expect(await shownTexts(till.page)).toEqual([
    '售货单号',
    '扫单号',
    ...['应收', '—', '已收', '—', '待收', '—'],
    '收款金额',
    '收款记录',
    '设置',
    ...['¥', '0.00'],
    ...keys,
    '扫码收款',
  ]);
});
