import { BILL, expect, target, test } from './support';

test('a slow answer is waited for', async ({ till, pos, customer, headings }) => {
  await till.start();
  pos.fault('delayed', { ms: 1_500 });
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('收款成功');
  await expect(till.text('按单据状态')).toBeHidden();
  expect(headings).toEqual(['正在确认结果', '收款成功']);
  expect(pos.charges()).toHaveLength(1);
});

test('after eight seconds the bill is asked; the late answer changes nothing', async ({
  till,
  pos,
  customer,
  pass,
}) => {
  await till.start();
  pos.fault('delayed', { ms: 4_000 });
  const answered = till.page.waitForResponse((response) =>
    target(response.request()).endsWith('/Barcode'),
  );
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('正在确认结果');
  expect(pos.charges()).toHaveLength(1);
  await pass(8_000);
  await expect(till.heading).toHaveText('收款成功');
  await expect(till.text('按单据状态')).toBeVisible();
  await (await answered).finished();
  await expect(till.heading).toHaveText('收款成功');
  await expect.poll(() => till.phone.pages()).toEqual(['collect', 'success']);
  expect(pos.charges()).toHaveLength(1);
  expect(pos.count(BILL)).toBe(1);
});

test('no answer until the timeout: never sent again', async ({
  till,
  pos,
  carefulCustomer,
  pass,
}) => {
  await till.start();
  pos.fault('delayed', { ms: 20_000 });
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('正在确认结果');
  await pass(46_000);
  await expect.poll(async () => (await till.phone.attempts())[0]?.state).toBe('unknown');
  await expect(till.heading).toHaveText('正在确认结果');
  expect(pos.count(BILL)).toBe(1);
});
