import { BILL, expect, test } from './support';

// Both taps are under way before the first one's setData can have disabled anything.

test('sign-in, scanner and the whole way of a payment in two parts', async ({
  till,
  pos,
  customer,
}) => {
  await till.open();
  await till.page.getByLabel('用户名').fill('1001');
  await till.page.getByLabel('密码').fill('123456');
  await till.button('登录').dblclick();
  await expect(till.button('扫码收款')).toBeVisible();
  expect(pos.outcomes('login')).toEqual(['errcode 0']);
  await expect.poll(() => till.phone.pages()).toEqual(['collect']);

  await till.button('扫单号').dblclick();
  await expect(till.sheet).toHaveCount(1);
  await till.scan(BILL);
  await expect(till.sheet).toHaveCount(0);

  await till.button('1').dblclick();
  await expect(till.text('11')).toBeVisible();
  await till.button('扫码收款').dblclick();
  await expect(till.sheet).toHaveCount(1);
  await till.sheet.getByLabel('条码内容').fill(customer.code());
  await till.sheet.getByRole('button', { name: '确定' }).dblclick();
  await expect(till.heading).toHaveText('部分收款成功');
  expect(pos.count(BILL)).toBe(1);

  await expect(till.fact('还需收款')).toHaveText('¥17.00');
  await till.button('继续收款').dblclick();
  await expect(till.page.getByLabel('售货单号')).toHaveValue(BILL);
  await till.button('扫码收款').dblclick();
  await till.scan(customer.code());
  await expect(till.heading).toHaveText('收款成功');
  await till.button('下一单').dblclick();
  await expect(till.button('扫码收款')).toBeVisible();
  await expect.poll(() => till.phone.pages()).toEqual(['collect']);
  expect(pos.charges().map(({ fen }) => fen)).toEqual([1100, 1700]);
  expect(pos.count(BILL)).toBe(2);
});

test('on the pending page', async ({ till, pos, carefulCustomer }) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await till.button('立即查询').dblclick();
  await till.button('先收下一单').dblclick();
  await expect(till.button('1 笔收款待确认 查看')).toBeVisible();
  await expect.poll(() => till.phone.pages()).toEqual(['collect']);
  carefulCustomer.confirm();
  await expect(till.button('1 笔收款待确认 查看')).toBeHidden();
  expect(pos.count(BILL)).toBe(1);
  expect(pos.charges()).toHaveLength(1);
});

test('the banner, and 查看 of a blocked bill, open one page', async ({ till, carefulCustomer }) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  for (const name of ['1 笔收款待确认 查看', '该单有一笔待确认 查看']) {
    await till.button('先收下一单').click();
    await till.fillBill(BILL);
    await till.button(name).dblclick();
    await expect(till.heading).toHaveText('等待客人付款');
    // A second page, if there is one, is there by now.
    await till.button('立即查询').click();
    await expect.soft.poll(() => till.phone.pages()).toEqual(['collect', 'pending']);
  }
});

test('登录 on the home page opens one page', async ({ till }) => {
  await till.open();
  await till.page.locator('.sim-page:visible .sim-back').click();
  await till.button('登录').dblclick();
  await expect(till.page.getByLabel('用户名')).toBeVisible();
  await till.signIn();
  await expect(till.button('扫码收款')).toBeVisible();
  await expect.poll(() => till.phone.pages()).toEqual(['collect']);
});

test('scanning again after a failure', async ({ till, pos, customer }) => {
  await till.start();
  pos.fault('declined', { times: 2 });
  await till.collect({ code: customer.code() });
  await till.button('重新扫码').dblclick();
  await expect(till.sheet).toHaveCount(1);
  await till.scan(customer.newCode());
  await expect.poll(() => pos.count(BILL)).toBe(2);
  await till.button('重新扫码').click();
  await till.sheet.getByRole('button', { name: '取消' }).click();
  await expect(till.button('重新扫码')).toBeVisible();
  await till.button('返回').dblclick();
  await expect(till.button('扫码收款')).toBeVisible();
  await expect.poll(() => till.phone.pages()).toEqual(['collect']);
  expect(pos.count(BILL)).toBe(2);
  expect(pos.charges()).toEqual([]);
});

test('a tap while the scanner covers the page', async ({ till, pos, customer }) => {
  await till.start();
  await till.startScan();
  await till.button('扫码收款').or(till.button('请稍候…')).dispatchEvent('click');
  await expect(till.sheet).toHaveCount(1);
  await till.scan(customer.code());
  await expect(till.heading).toHaveText('收款成功');
  await expect(till.sheet).toHaveCount(0);
  expect(pos.count(BILL)).toBe(1);
});
