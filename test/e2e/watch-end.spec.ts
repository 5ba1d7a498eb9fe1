import { BILL, expect, OTHER_BILL, test } from './support';

test('the end of the watch: unknown, never failed; the bill stays blocked; late money counts', async ({
  till,
  pos,
  pass,
  customer,
  headings,
}) => {
  await till.start();
  pos.fault('undecided', { ms: 90_000 });
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await pass(61_000);
  await expect(till.heading).toHaveText('结果未知');
  await expect(till.text('请勿重复收款')).toBeVisible();
  await expect(till.button('继续查询')).toBeVisible();
  await expect(till.button('先收下一单')).toBeVisible();
  await expect(till.page.getByText('收款失败')).toBeHidden();
  await expect(till.button('重新扫码')).toBeHidden();

  await till.button('先收下一单').click();
  await till.fillBill(BILL);
  await till.typeAmount('28');
  await till.button('扫码收款').click();
  await expect(till.text('该单有一笔待确认，不能再次收款')).toBeVisible();
  expect(pos.charges()).toEqual([]);

  // The customer pays after the watch has ended.
  await pass(30_000);
  await expect.poll(() => pos.charges().length).toBe(1);
  await till.button('1 笔收款待确认，结果未知 查看').click();
  await till.button('继续查询').click();
  await expect(till.heading).toHaveText('收款成功');
  expect(headings).not.toContain('收款失败');
  expect(pos.count(BILL)).toBe(1);
});

test('no query answered, no end of the watch', async ({ till, pos, pass, customer }) => {
  await till.start();
  pos.fault('request-lost');
  pos.fault('error-before', { target: 'query', times: 100, afterBarcode: true });
  await till.collectOnFreshConnection({ bill: OTHER_BILL, amount: '2', code: customer.code() });
  await expect(till.heading).toHaveText('正在确认结果');
  await pass(70_000);
  const asked = pos.count(OTHER_BILL, 'mainRow');
  await pass(10_000);
  await expect.poll(() => pos.count(OTHER_BILL, 'mainRow')).toBeGreaterThan(asked);
  await expect(till.heading).toHaveText('正在确认结果');
  pos.heal();
  await pass(10_000);
  await expect(till.heading).toHaveText('结果未知');
  expect(pos.charges()).toEqual([]);
});

test('hidden for half an hour: asked at once on return', async ({
  till,
  pos,
  pass,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await till.phone.hide(0);
  carefulCustomer.confirm();
  await pass(1_700_000);
  await till.phone.show();
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toHaveLength(1);
  expect(pos.count(BILL)).toBe(1);
});
