import { AMOUNT, BILL, expect, test } from './support';
import { closeByWord } from './support/closing';
import { killAtWrite } from './support/kill';

// The first write of an attempt's record makes it durable before the call; the second one is the
// answer's.

test('killed before the journal write: nothing was sent, nothing is blocked', async ({
  till,
  pos,
  customer,
}) => {
  await till.start();
  await killAtWrite(till.page, 1, 'before');
  await till.collect({ code: customer.code() });
  await till.signIn();
  await expect(till.button('扫码收款')).toBeVisible();
  expect(await till.phone.attempts()).toEqual([]);
  expect(pos.count(BILL)).toBe(0);

  await till.collect({ code: customer.newCode() });
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toHaveLength(1);
});

test('killed between the journal write and the call: unknown until staff have checked', async ({
  till,
  pos,
  pass,
  customer,
}) => {
  await till.start();
  await killAtWrite(till.page, 1, 'after');
  await till.collect({ code: customer.code() });
  await till.signIn();
  await till.button('1 笔收款待确认 查看').click();
  await expect(till.heading).toHaveText('正在确认结果');
  await pass(61_000);
  await expect(till.heading).toHaveText('结果未知');
  expect(pos.count(BILL)).toBe(0);

  await closeByWord(till, '确认未收款');
  await expect(till.heading).toHaveText('人工确认未收款');
  await till.button('重新扫码').click();
  await till.scan(customer.newCode());
  await expect(till.heading).toHaveText('收款成功');
  // The bill's receipt grew by what the closed attempt wanted: it must not be blamed on it.
  await till.button('下一单').click();
  await expect(till.page.getByText(/冲突/)).toBeHidden();
  expect(pos.count(BILL)).toBe(1);
  expect(pos.charges()).toHaveLength(1);
});

test('killed between the call and its answer', async ({ till, pos, pass, customer }) => {
  await till.start();
  pos.fault('delayed', { ms: 20_000 });
  // Until the app has been seen to know nothing, no query brings anything.
  pos.fault('error-before', { target: 'query', times: 100, afterBarcode: true });
  await till.collect({ amount: '10', code: customer.code() });
  await expect.poll(() => pos.charges()).toHaveLength(1);
  await till.page.evaluate(() => {
    window.__simulator.kill();
  });
  await till.signIn();
  await till.button('1 笔收款待确认 查看').click();
  await expect(till.heading).toHaveText('正在确认结果');
  pos.heal();
  await pass(6_000);
  await expect(till.heading).toHaveText('部分收款成功');
  await expect(till.text('按单据状态')).toBeVisible();
  expect(pos.count(BILL)).toBe(1);
  expect(pos.charges()).toHaveLength(1);
});

for (const { name, amount, proof } of [
  { name: 'the whole bill', amount: AMOUNT, proof: 'billState' },
  { name: 'a part', amount: '10', proof: 'receiptGrowth' },
]) {
  test(`killed between the answer and the journal (${name})`, async ({ till, pos, customer }) => {
    await till.start();
    await killAtWrite(till.page, 2, 'before');
    await till.collect({ amount, code: customer.code() });
    await till.signIn();
    await expect
      .poll(async () => (await till.phone.journal()).map(({ state, proof }) => [state, proof]))
      .toEqual([['collected', proof]]);
    await expect(till.page.getByText(/笔收款待确认/)).toBeHidden();
    expect(pos.count(BILL)).toBe(1);
    expect(pos.charges()).toHaveLength(1);
  });
}

test('the app is killed while the customer is asked: found again, ends as collected', async ({
  till,
  pos,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');

  await till.page.reload();
  await till.signIn();
  const banner = till.button('1 笔收款待确认 查看');
  await expect(banner).toBeVisible();
  await till.fillBill(BILL);
  await expect(till.text('该单有一笔待确认')).toBeVisible();
  await banner.click();
  await expect(till.heading).toHaveText('等待客人付款');
  carefulCustomer.confirm();
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toMatchObject([{ billNumber: BILL, fen: 2800 }]);
  expect(pos.count(BILL)).toBe(1);

  await till.page.reload();
  await till.signIn();
  await expect(till.button('扫码收款')).toBeVisible();
  await expect(banner).toBeHidden();
});

for (const moment of ['before', 'after'] as const) {
  test(`killed ${moment} "the customer is asked" was written`, async ({
    till,
    pos,
    pass,
    carefulCustomer,
  }) => {
    await till.start();
    await killAtWrite(till.page, 2, moment);
    await till.collect({ code: carefulCustomer.code() });
    await till.signIn();
    await till.button('1 笔收款待确认 查看').click();
    await expect(till.heading).toHaveText(moment === 'after' ? '等待客人付款' : '正在确认结果');
    carefulCustomer.confirm();
    await pass(7_000);
    await expect(till.heading).toHaveText('收款成功');
    expect(pos.count(BILL)).toBe(1);
    expect(pos.charges()).toHaveLength(1);
  });
}
