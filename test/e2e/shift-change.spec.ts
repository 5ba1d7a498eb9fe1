import { BILL, expect, test, type Customer, type PosServer, type Till } from './support';
import { closeByWord, noteFor } from './support/closing';

const NEXT_SHIFT = ['1002', '收银员@2024'] as const;

type Pass = (ms: number) => Promise<void>;

/** 1001 is killed with an attempt on the bill; 1002 signs in and watches it until its watch ends. */
async function handOverUnresolved(
  till: Till,
  pos: PosServer,
  pass: Pass,
  customer: Customer,
): Promise<void> {
  await till.start();
  // Long after the watch the customer's money comes in after all.
  pos.fault('undecided', { ms: 90_000 });
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await till.page.reload();
  await till.signIn(...NEXT_SHIFT);
  await till.button('1 笔收款待确认 查看').click();
  await pass(61_000);
  await expect(till.heading).toHaveText('结果未知');
  expect(pos.charges()).toEqual([]);
}

test('killed with an undecided attempt of 1001: 1002 sees how it ends', async ({
  till,
  pos,
  pass,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await till.page.reload();
  await till.signIn(...NEXT_SHIFT);
  await till.button('1 笔收款待确认 查看').click();
  carefulCustomer.confirm();
  await pass(7_000);
  await expect(till.heading).toHaveText('收款成功');
  await expect
    .poll(() => till.phone.journal())
    .toMatchObject([{ state: 'collected', user: '1001', closing: null }]);
  expect(pos.charges()).toMatchObject([{ by: '1001', fen: 2800 }]);
  expect(pos.count(BILL)).toBe(1);
});

test('the session ends during the wait, and 1002 signs in', async ({
  till,
  pos,
  pass,
  carefulCustomer,
}) => {
  await till.start();
  pos.fault('session-expired', { target: 'main-row', afterBarcode: true });
  await till.collect({ code: carefulCustomer.code() });
  await till.button('重新登录').click();
  await till.signIn(...NEXT_SHIFT);
  await expect(till.heading).toHaveText('等待客人付款');
  carefulCustomer.confirm();
  await pass(7_000);
  await expect(till.heading).toHaveText('收款成功');
  expect(await till.phone.attempts()).toMatchObject([{ user: '1001', closing: null }]);
  expect(pos.count(BILL)).toBe(1);
});

test('1002 closes it as not paid; the late money is a conflict until it is acknowledged', async ({
  till,
  pos,
  pass,
  customer,
  headings,
}) => {
  await handOverUnresolved(till, pos, pass, customer);
  await closeByWord(till, '确认未收款');
  await expect(till.heading).toHaveText('人工确认未收款');
  const closing = { by: '1002', note: noteFor('确认未收款') };
  const closed = { state: 'staffNotPaid', user: '1001', closing };
  await expect.poll(() => till.phone.journal()).toMatchObject([closed]);

  // The read before the next charge finds the money, and nothing more is sent.
  await pass(30_000);
  await expect.poll(() => pos.charges()).toHaveLength(1);
  await till.button('重新扫码').click();
  await till.scan(customer.newCode());
  await expect(till.heading).toHaveText('收款冲突');
  expect(pos.count(BILL)).toBe(1);

  // Loud, also after a restart, until somebody says that they know.
  await till.page.reload();
  await till.signIn(...NEXT_SHIFT);
  const banner = till.button('1 笔收款冲突 查看');
  await banner.click();
  await till.button('返回').click();
  await till.fillBill(BILL);
  await expect(till.button('该单有一笔待确认 查看')).toBeVisible();
  await banner.click();
  await till.button('我已知晓').dblclick();
  await expect(till.button('我已知晓')).toBeHidden();
  await till.button('返回').click();
  await expect(till.button('扫码收款')).toBeVisible();
  await expect(banner).toBeHidden();
  await till.page.reload();
  await till.signIn();
  await expect(till.button('扫码收款')).toBeVisible();
  await expect(banner).toBeHidden();
  expect(await till.phone.attempts()).toMatchObject([{ state: 'conflict', user: '1001', closing }]);
  expect(headings).not.toContain('收款成功');
  expect(pos.charges()).toHaveLength(1);
});

test('1002 closes it as not paid, and it is so: the bill can be charged again', async ({
  till,
  pos,
  pass,
  customer,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  carefulCustomer.cancel();
  await till.page.reload();
  await till.signIn(...NEXT_SHIFT);
  await till.button('1 笔收款待确认 查看').click();
  await pass(61_000);
  await closeByWord(till, '确认未收款');
  await till.button('重新扫码').click();
  await till.scan(customer.code());
  await expect(till.heading).toHaveText('收款成功');
  await expect(till.text('按单据状态')).toBeHidden();

  await till.page.reload();
  await till.signIn();
  await expect(till.button('扫码收款')).toBeVisible();
  await expect(till.page.getByText(/冲突|待确认/)).toBeHidden();
  const states = (await till.phone.attempts()).map(({ user, state }) => `${user} ${state}`);
  expect(states.sort()).toEqual(['1001 staffNotPaid', '1002 collected']);
  expect(pos.charges()).toMatchObject([{ by: '1002' }]);
  expect(pos.count(BILL)).toBe(2);
});

test('1002 closes it as paid; later evidence makes it collected', async ({
  till,
  pos,
  pass,
  customer,
}) => {
  await handOverUnresolved(till, pos, pass, customer);
  await closeByWord(till, '确认已收款');
  await expect(till.heading).toHaveText('收款成功');
  await expect(till.text('人工确认')).toBeVisible();
  const closing = { by: '1002', note: noteFor('确认已收款') };
  await expect
    .poll(() => till.phone.journal())
    .toMatchObject([{ state: 'staffPaid', user: '1001', closing }]);
  await till.button('下一单').click();
  await expect(till.page.getByText(/待确认/)).toBeHidden();

  await pass(30_000);
  await expect.poll(() => pos.charges()).toHaveLength(1);
  await till.fillBill(BILL);
  await expect(till.text('该单已收齐，无需再收').first()).toBeVisible();
  await expect
    .poll(() => till.phone.journal())
    .toMatchObject([{ state: 'collected', proof: 'receiptGrowth', user: '1001', closing }]);
  expect(pos.count(BILL)).toBe(1);
});
