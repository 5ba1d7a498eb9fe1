import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { fakeAttempt } from '../support/fakes/attempt';
import { readCsv } from '../support/read-csv';
import { BILL, expect, OTHER_BILL, test, type Till } from './support';
import { seedJournal } from './support/seed';

/** A payment in the list; its time follows. */
const recordLine = (till: Till, name: string): Locator =>
  till.page.getByRole('button', { name: new RegExp(`^${name} `) });

test('a payment, its record in words, its receipt; the exported file holds it and no secret', async ({
  till,
  customer,
  leakWatch,
}) => {
  await till.start();
  const code = customer.code();
  await till.collect({ code });
  await expect(till.heading).toHaveText('收款成功');

  await till.button('查看小票').click();
  await expect(till.text('本机收款')).toBeVisible();
  await expect(till.fact('应收')).toHaveText('¥28.00');
  await expect(till.fact('已收')).toHaveText('¥28.00');
  await expect.poll(() => till.phone.pages()).toEqual(['collect', 'receipt']);
  await till.button('下一单').click();

  await till.button('收款记录').click();
  await recordLine(till, `${BILL} ¥28.00 已收款`).click();
  await expect(till.text('服务器应答：已收款')).toBeVisible();
  await expect(till.text('系统确认：服务器对这次收款的应答')).toBeVisible();
  await expect.poll(() => till.phone.pages()).toEqual(['collect', 'records', 'record']);
  await till.button('查看小票').click();
  await expect(till.text('本机收款')).toBeVisible();
  await expect.poll(() => till.phone.pages()).toEqual(['collect', 'records', 'receipt']);
  await till.button('下一单').click();
  await expect(till.button('扫码收款')).toBeVisible();
  await expect.poll(() => till.phone.pages()).toEqual(['collect']);

  await till.button('收款记录').click();
  await till.button('导出').click();
  await till.page.getByRole('button', { name: '全部保留的记录（1 笔）' }).click();
  await till.button('发送文件').click();
  const arriving = till.page.waitForEvent('download');
  const sheet = till.page.getByRole('dialog', { name: '模拟发送文件' });
  await sheet.getByRole('button', { name: '发送' }).click();
  const download = await arriving;
  expect(download.suggestedFilename()).toMatch(/^收款记录-\d{4}-\d\d-\d\d\.csv$/);
  const bytes = await readFile(await download.path());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = bytes.toString('utf8').slice(1);
  const [head = [], line = [], ...others] = readCsv(text);
  expect(others).toEqual([]);
  const cells = Object.fromEntries(head.map((name, index) => [name, line[index]]));
  expect(cells).toMatchObject({
    售货单: BILL,
    '金额（元）': '28.00',
    状态: '已收款',
    依据: '系统确认',
    收款人: '1001',
    付款码: `${code.slice(0, 2)}**************${code.slice(-2)}`,
  });
  expect(text).not.toContain(code);
  leakWatch.look('body', text);
  await expect(till.text('文件已发送')).toBeVisible();
});

test('an app open over midnight shows the new day', async ({ till, pass, customer }) => {
  await till.open();
  // The phone's midnight, which need not be this machine's.
  const untilEvening = await till.page.evaluate(() => {
    const now = new Date();
    return new Date(now).setHours(23, 58, 30, 0) - now.getTime();
  });
  // The server's and the phone's clock go on to the evening together; late at night, to the next one.
  await pass(untilEvening < 0 ? untilEvening + 86_400_000 : untilEvening);
  await till.signIn();
  await till.collect({ code: customer.code() });
  await till.button('下一单').click();
  await till.button('收款记录').click();
  await expect(recordLine(till, `${BILL} ¥28.00 已收款`)).toBeVisible();
  await pass(120_000);
  await expect(till.text('这一天没有收款')).toBeVisible();
  await till.button('前一天').click();
  await expect(recordLine(till, `${BILL} ¥28.00 已收款`)).toBeVisible();
});

test('a filter finds a bill; 查询 asks about all that are undecided', async ({
  till,
  shop,
  pos,
}) => {
  const now = shop.clock.now();
  const sent = (id: string, bill: string, minutes: number) =>
    fakeAttempt('unresolved', {
      id,
      bill: bill as ReturnType<typeof fakeAttempt>['bill'],
      preparedAt: now - minutes * 60_000,
      submittedAt: now - minutes * 60_000,
      stateAt: now - minutes * 60_000,
      history: [{ to: 'unresolved', at: now - minutes * 60_000, cause: 'watchEnded' }],
    });
  await seedJournal(till, shop.simulator.url, [sent('a', BILL, 60), sent('b', OTHER_BILL, 50)]);
  await till.open('pages/records/records');
  await till.page.getByLabel('筛选单号').fill('ｘｓ２０２６１１２２００８');
  await expect(recordLine(till, `${OTHER_BILL} ¥28.00 结果未知`)).toBeVisible();
  await expect(recordLine(till, `${BILL} ¥28.00 结果未知`)).toBeHidden();
  await till.button('清除').click();
  await till.button('查询').click();
  await expect(till.text('请先登录')).toBeVisible();
  // Signing in asks about both; what is asked here comes on top.
  await till.open();
  await till.signIn();
  await till.button('收款记录').click();
  await till.button('查询').click();
  await expect(till.text('2 笔已查询，尚无结果')).toBeVisible();
  expect(pos.outcomes('barcode')).toEqual([]);
  await seedJournal(till, shop.simulator.url, []);
});
