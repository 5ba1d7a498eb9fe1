import { BILL, expect, test } from './support';

const WORDS = '余额不足，请客人更换付款方式';

test('declined: the words of the server, and another code after the check', async ({
  till,
  pos,
  customer,
}) => {
  await till.start();
  pos.fault('declined');
  // The check takes a while: until then nobody may scan again.
  pos.fault('delayed', { target: 'main-row', ms: 1_500, afterBarcode: true });
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('收款失败');
  await expect(till.text(WORDS)).toBeVisible();
  await expect(till.text('正在核对单据，请稍候…')).toBeVisible();
  await expect(till.button('重新扫码')).toBeHidden();
  await expect(till.text('已核对：该单金额未变，可以重新收款')).toBeVisible();
  expect(pos.charges()).toEqual([]);

  await till.button('重新扫码').click();
  await till.scan(customer.newCode());
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toMatchObject([{ billNumber: BILL, fen: 2800 }]);
  expect(pos.count(BILL)).toBe(2);
});

test('the money of the second code is no conflict of the first', async ({
  till,
  pos,
  pass,
  customer,
}) => {
  await till.start();
  pos.fault('declined');
  await till.collect({ code: customer.code() });
  await till.button('重新扫码').click();
  await till.scan(customer.newCode());
  await expect(till.heading).toHaveText('收款成功');
  // The second look at the bill after the refusal finds the money that has come since.
  const asked = pos.count(BILL, 'mainRow');
  await pass(6_000);
  await expect.poll(() => pos.count(BILL, 'mainRow')).toBeGreaterThan(asked);
  await till.button('下一单').click();
  await expect(till.page.getByText(/冲突/)).toBeHidden();
  const states = (await till.phone.attempts()).map(({ state }) => state);
  expect(states).toEqual(['declined', 'collected']);
  expect(pos.charges()).toHaveLength(1);
});

test('a customer without the money', async ({ till, pos, shop }) => {
  const code = shop.simulator.sandbox.world.wallet.currentCode('c2').text;
  await till.start();
  await till.collect({ code });
  await expect(till.heading).toHaveText('收款失败');
  await expect(till.button('重新扫码')).toBeVisible();
  expect(pos.charges()).toEqual([]);
});

test('while the bill cannot be read nothing may be charged again', async ({
  till,
  pos,
  pass,
  customer,
}) => {
  await till.start();
  pos.fault('declined');
  pos.fault('error-before', { target: 'query', times: 100, afterBarcode: true });
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('收款失败');
  await expect(till.text('暂时无法核对')).toBeVisible();
  await expect(till.button('重新扫码')).toBeHidden();

  // Nor by the way over the home page.
  await till.button('返回').click();
  await expect(till.page.getByLabel('售货单号')).toHaveValue('');
  await till.fillBill(BILL);
  await till.typeAmount('28');
  await till.button('扫码收款').click();
  await expect(till.text('该单有一笔待确认，不能再次收款')).toBeVisible();
  await till.page.getByRole('button', { name: '该单有一笔待确认' }).click();
  await expect(till.heading).toHaveText('收款失败');

  pos.heal();
  await pass(6_000);
  await expect(till.button('重新扫码')).toBeVisible();
  expect(pos.count(BILL)).toBe(1);
});

test('the bill moved after "declined": a conflict, and no second charge', async ({
  till,
  pos,
  customer,
}) => {
  await till.start();
  pos.fault('declined');
  pos.fault('delayed', { target: 'main-row', ms: 600, afterBarcode: true });
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('收款失败');
  pos.payElsewhere(BILL, 2800);
  await expect(till.heading).toHaveText('收款冲突');
  await expect(till.button('重新扫码')).toBeHidden();
  await till.button('我已知晓').click();
  await till.button('返回').click();
  // Nothing is filled in: the money may have come.
  await expect(till.page.getByLabel('售货单号')).toHaveValue('');
  await expect(till.text('0.00')).toBeVisible();
  await till.fillBill(BILL);
  await till.typeAmount('28');
  await till.button('扫码收款').click();
  await expect(till.text('该单已收齐，无需再收').first()).toBeVisible();
  await expect(till.sheet).toBeHidden();
  expect(pos.count(BILL)).toBe(1);
});

test('"code used already" for a call that came twice: the first one charged', async ({
  till,
  pos,
  customer,
}) => {
  // A server that checks no nonces works on the repetition, too.
  pos.change({ auth: 'none' });
  await till.start();
  pos.fault('delivered-twice');
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('收款冲突');
  await expect(till.page.getByText(/款项可能已收到/)).toBeVisible();
  await expect(till.button('重新扫码')).toBeHidden();
  expect(pos.charges()).toHaveLength(1);
});

test('an expired code is declined by the server', async ({ till, pos, customer }) => {
  await till.start();
  await till.collect({ code: customer.expiredCode() });
  await expect(till.heading).toHaveText('收款失败');
  await expect(till.page.getByText(/过期/)).toBeVisible();
  await till.button('重新扫码').click();
  await till.scan(customer.code());
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toHaveLength(1);
});

test('a code that another shop has used', async ({ till, pos, customer, shop }) => {
  const code = customer.code();
  shop.simulator.sandbox.world.wallet.spend(code);
  await till.start();
  await till.collect({ code });
  await expect(till.heading).toHaveText('收款失败');
  await expect(till.button('重新扫码')).toBeVisible();
  expect(pos.charges()).toEqual([]);
});
