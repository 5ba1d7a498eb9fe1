import { BILL, expect, test } from './support';

test('a wrong password, and what else cannot be signed in', async ({
  till,
  pos,
  customer,
  shop,
}) => {
  await till.open();
  await expect(till.text(shop.simulator.url)).toBeVisible();
  await till.button('登录').click();
  await expect(till.text('请输入用户名')).toBeVisible();
  await till.signIn('1001', 'wrong-password');
  await expect(till.text('用户名或密码不对')).toBeVisible();
  await till.signIn('nobody');
  await expect(till.text('用户名或密码不对')).toBeVisible();
  await till.signIn('王小明');
  await expect(till.page.getByText(/用户名只能用/)).toBeVisible();
  await till.signIn();
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toMatchObject([{ billNumber: BILL, by: '1001' }]);
});

test('the phone is five minutes slow: the clock is set right, no payment is lost', async ({
  till,
  pos,
  customer,
}) => {
  pos.change({ clockOffsetMs: 300_000 });
  await till.start();
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.count(BILL)).toBe(1);
});

test('the session ends while the customer is asked: 重新登录, then the query goes on', async ({
  till,
  pos,
  carefulCustomer,
}) => {
  await till.start();
  pos.fault('session-expired', { target: 'main-row', times: 1, afterBarcode: true });
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.text('登录已失效，登录后会继续查询')).toBeVisible();
  await expect(till.heading).toHaveText('等待客人付款');
  carefulCustomer.confirm();
  await till.button('重新登录').click();
  await expect(till.text('登录已失效，请重新登录。未确认的收款不会丢失。')).toBeVisible();
  await till.signIn();
  await expect(till.heading).toHaveText('收款成功');
  await expect.poll(() => till.phone.pages()).toEqual(['collect', 'success']);
  expect(pos.charges()).toHaveLength(1);
  expect(pos.count(BILL)).toBe(1);
});

test('the session has ended before the charge: nothing is sent', async ({
  till,
  pos,
  customer,
}) => {
  await till.start();
  await till.fillBill(BILL);
  await expect(till.text('28.00')).toHaveCount(3);
  pos.fault('session-expired', { target: 'main-row', times: 3 });
  await till.typeAmount('28');
  await till.button('扫码收款').click();
  await till.scan(customer.code());
  await expect(till.text('登录已失效，请重新登录')).toBeVisible();
  expect(pos.count(BILL)).toBe(0);
  pos.heal();

  await till.button('登录').click();
  await till.signIn();
  // What was typed is still there.
  await expect(till.page.getByLabel('售货单号')).toHaveValue(BILL);
  await till.button('扫码收款').click();
  await till.scan(customer.newCode());
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toHaveLength(1);
});
