import { BILL, expect, OTHER_BILL, test } from './support';

const refused: readonly (readonly [scanned: string, words: string])[] = [
  ['281234567890123456', '这是支付宝付款码，请客人打开微信付款码'],
  ['6901234567892', '这是商品条码，不是微信付款码'],
  ['https://example.com/pay?id=1', '这是一个链接，不是微信付款码'],
  ['13456789012345678', '位数不对：微信付款码是 18 位数字'],
  ['193456789012345678', '这不是微信付款码：微信付款码以 10–15 开头'],
  ['会员卡', '这不是微信付款码，请扫客人「收付款」里的付款码'],
  ['', '这不是付款码，请扫客人的微信付款码'],
];

test('what is not a WeChat payment code is named, and nothing is sent', async ({ till, pos }) => {
  await till.start();
  await till.startScan();
  for (const [scanned, words] of refused) {
    await till.scan(scanned);
    await expect(till.text(words)).toBeVisible();
    await till.button('扫码收款').click();
  }
  expect(pos.count(BILL)).toBe(0);
  expect(await till.phone.attempts()).toEqual([]);
});

test('a cancelled scan is no error, and everything typed is still there', async ({ till, pos }) => {
  await till.start();
  await till.startScan();
  await till.sheet.getByRole('button', { name: '取消' }).click();
  await expect(till.button('扫码收款')).toBeVisible();
  await expect(till.page.getByLabel('售货单号')).toHaveValue(BILL);
  await expect(till.page.locator('wx-page:visible [role=alert]')).toHaveText('');
  expect(pos.count(BILL)).toBe(0);
});

test('white space and control characters around a code are no obstacle', async ({
  till,
  pos,
  customer,
}) => {
  await till.start();
  await till.collect({ code: ` ${customer.code()}\u001d ` });
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toHaveLength(1);
});

test('a code scanned again within two minutes is refused from memory', async ({
  till,
  pos,
  customer,
}) => {
  const code = customer.code();
  await till.start();
  await till.collect({ code });
  await till.button('下一单').click();
  await till.collect({ bill: OTHER_BILL, amount: '2.00', code });
  await expect(till.text('这个付款码刚刚用过，请客人刷新付款码')).toBeVisible();
  expect(pos.count(OTHER_BILL)).toBe(0);
  expect(pos.charges()).toHaveLength(1);
});

test('a payment code is never taken as a bill number', async ({
  till,
  pos,
  customer,
  leakWatch,
}) => {
  await till.start();
  await till.button('扫单号').click();
  await till.scan(customer.code());
  await expect(till.text('这是付款码，不是售货单号')).toBeVisible();
  await expect(till.page.getByLabel('售货单号')).toHaveValue('');
  expect(leakWatch.leaks).toEqual([]);
  expect(pos.charges()).toEqual([]);
});

test('a bill number is scanned', async ({ till, pos, customer }) => {
  await till.start();
  await till.button('扫单号').click();
  await till.scan(` ${BILL}\n`);
  await expect(till.page.getByLabel('售货单号')).toHaveValue(BILL);
  await expect(till.text('28.00')).toHaveCount(3);
  await till.typeAmount('28');
  await till.button('扫码收款').click();
  await till.scan(customer.code());
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toMatchObject([{ billNumber: BILL, fen: 2800 }]);
});
