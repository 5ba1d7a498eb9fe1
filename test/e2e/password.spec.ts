import { AMOUNT, BILL, expect, test } from './support';

test('the customer is asked for the password and pays', async ({
  till,
  pos,
  carefulCustomer,
  headings,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await expect(till.text('¥28.00')).toBeVisible();
  await expect(till.text(BILL)).toBeVisible();
  expect(pos.charges()).toEqual([]);

  carefulCustomer.confirm();
  await expect(till.heading).toHaveText('收款成功');
  // errcode 1 proved nothing; it is the bill that says so.
  await expect(till.text('按单据状态')).toBeVisible();
  expect(pos.charges()).toMatchObject([{ billNumber: BILL, fen: 2800 }]);
  expect(pos.count(BILL)).toBe(1);
  expect(headings).not.toContain('收款失败');
});

test('立即查询 asks at once', async ({ till, pos, carefulCustomer }) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.page.getByText(/已查询，尚无结果/)).toBeVisible();
  const asked = pos.count(BILL, 'mainRow');
  await till.button('立即查询').click();
  await expect.poll(() => pos.count(BILL, 'mainRow')).toBeGreaterThan(asked);
  await expect(till.heading).toHaveText('等待客人付款');
  carefulCustomer.confirm();
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toHaveLength(1);
});

test('a part with the password: the receipt grows by just that amount', async ({
  till,
  pos,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ amount: '10.00', code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  carefulCustomer.confirm();
  await expect(till.heading).toHaveText('部分收款成功');
  await expect(till.text('按单据状态')).toBeVisible();
  await expect(till.fact('还需收款')).toHaveText('¥18.00');
  expect(pos.charges()).toMatchObject([{ fen: 1000 }]);
});

test('cancelled by the customer: without proof it is never called failed', async ({
  till,
  pos,
  pass,
  carefulCustomer,
  headings,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  carefulCustomer.cancel();
  const asked = pos.count(BILL, 'mainRow');
  await pass(6_000);
  await expect.poll(() => pos.count(BILL, 'mainRow')).toBeGreaterThan(asked);
  await expect(till.heading).toHaveText('等待客人付款');
  await pass(60_000);
  await expect(till.heading).toHaveText('结果未知');
  await expect(till.text('请勿重复收款')).toBeVisible();
  expect(headings).toEqual(['正在确认结果', '等待客人付款', '结果未知']);
  expect(pos.charges()).toEqual([]);
  expect(pos.count(BILL)).toBe(1);
});

test('an empty tag with errcode 1 is waiting all the same', async ({
  till,
  pos,
  carefulCustomer,
}) => {
  pos.change({ undecidedTag: 'empty' });
  await till.start();
  await till.collect({ amount: AMOUNT, code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  carefulCustomer.confirm();
  await expect(till.heading).toHaveText('收款成功');
});
