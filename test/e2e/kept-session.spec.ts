import { BILL, expect, test } from './support';

const HOUR = 3_600_000;
const NOTICE = '登录无法加密保存，下次打开要重新登录';

test('a restart within the shift: nobody signs in, and what is open is asked about at once', async ({
  till,
  pos,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  carefulCustomer.confirm();
  const signIns = pos.outcomes('login').length;
  await till.page.reload();
  await expect(till.button('扫码收款')).toBeVisible();
  await expect.poll(async () => (await till.phone.attempts())[0]?.state).toBe('collected');
  await expect(till.page.getByLabel('用户名')).toBeHidden();
  await expect.poll(() => till.phone.pages()).toEqual(['collect']);
  expect(pos.count(BILL)).toBe(1);
  expect(pos.outcomes('login')).toHaveLength(signIns);
});

test('KEY and token stand in encrypted storage only', async ({ till, page }) => {
  await till.start();
  const entries = await page.evaluate(() => Object.entries(window.localStorage));
  const names = entries.map(([name]) => name);
  expect(names).toContain('wx-encrypted:session');
  expect(names).not.toContain('wx:session');
  for (const [, text] of entries) {
    expect(String(text)).not.toMatch(/e10adc3949ba59abbe56e057f20f883e/i);
    // Nor in the coat that anybody can take off.
    expect(Buffer.from(String(text), 'base64').toString('latin1')).not.toMatch(/E10ADC39|1001/);
  }
});

test('the shift ends while a payment waits: 重新登录, and the poll goes on', async ({
  till,
  pos,
  pass,
  carefulCustomer,
}) => {
  await till.start();
  await pass(12 * HOUR - 20_000);
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await pass(20_000);
  await expect(till.text('登录已失效，登录后会继续查询')).toBeVisible();
  await expect(till.heading).toHaveText('等待客人付款');
  carefulCustomer.confirm();
  await till.button('重新登录').click();
  await expect(till.text('登录已失效，请重新登录。未确认的收款不会丢失。')).toBeVisible();
  await till.signIn();
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toHaveLength(1);
  expect(pos.count(BILL)).toBe(1);
});

test('the shift ends between two payments: nothing is sent before somebody signs in', async ({
  till,
  pos,
  pass,
  customer,
}) => {
  await till.start();
  await till.fillBill(BILL);
  await till.typeAmount('28');
  await pass(12 * HOUR);
  await till.button('登录').click();
  await till.signIn('1002', '收银员@2024');
  await till.button('扫码收款').click();
  await till.scan(customer.code());
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toMatchObject([{ by: '1002' }]);
});

test('the day after, the shift is over: the app asks', async ({ till, page, pass }) => {
  await till.start();
  await pass(24 * HOUR);
  await page.reload();
  await expect(page.getByLabel('用户名')).toBeVisible();
  expect(await till.phone.signedIn()).toBeNull();
});

test('after signing out a restart asks again', async ({ till, page }) => {
  await till.start();
  await till.phone.signOut();
  await expect(till.button('登录')).toBeVisible();
  const left = await page.evaluate(() => window.localStorage.getItem('wx-encrypted:session'));
  expect(left).toBeNull();
  await page.reload();
  await expect(page.getByLabel('用户名')).toBeVisible();
});

test('encrypted storage fails: in memory only, and the app says so, once', async ({
  till,
  page,
  pos,
  customer,
}) => {
  await till.open();
  await till.phone.encryptionFault('write');
  await till.signIn();
  await expect(till.text(NOTICE)).toBeVisible();
  await till.button('知道了').click();
  await expect(till.text(NOTICE)).toBeHidden();
  await till.collect({ code: customer.code() });
  await till.button('下一单').click();
  await expect(till.text(NOTICE)).toBeHidden();
  expect(pos.charges()).toHaveLength(1);
  await page.reload();
  await expect(page.getByLabel('用户名')).toBeVisible();
});

test('encrypted storage hangs: sign-in takes three seconds longer', async ({ till, pass }) => {
  // Only so that the clock is the test's.
  await pass(0);
  await till.open();
  await till.phone.encryptionFault('hang');
  await till.signIn();
  await expect(till.text('正在登录…')).toBeVisible();
  await pass(3_000);
  await expect(till.text(NOTICE)).toBeVisible();
});
