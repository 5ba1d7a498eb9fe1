import { BILL, expect, test } from './support';

test('offline: nothing is sent, and the words say why', async ({ till, pos, customer }) => {
  await till.start();
  await till.fillBill(BILL);
  await expect(till.text('28.00')).toHaveCount(3);
  await till.phone.network('none');
  await till.typeAmount('28');
  await till.button('扫码收款').click();
  await expect(till.page.locator('wx-page:visible [role=alert]')).toContainText('网络');
  // Told before the customer is asked for a code.
  await expect(till.sheet).toBeHidden();
  expect(pos.count(BILL)).toBe(0);
  expect(await till.phone.attempts()).toEqual([]);

  await till.phone.network('wifi');
  await till.button('扫码收款').click();
  await till.scan(customer.newCode());
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toHaveLength(1);
});

test('Wi-Fi changes to cellular during the call: unknown, then collected by query', async ({
  till,
  pos,
  customer,
  headings,
}) => {
  await till.start();
  pos.fault('delayed', { ms: 20_000 });
  await till.collect({ code: customer.code() });
  await expect.poll(() => pos.charges()).toHaveLength(1);
  await till.phone.network('4g');
  await expect(till.heading).toHaveText('收款成功');
  await expect(till.text('按单据状态')).toBeVisible();
  expect(headings).toEqual(['正在确认结果', '收款成功']);
  expect(pos.count(BILL)).toBe(1);
});

test('the app is suspended during the call', async ({ till, pos, customer }) => {
  await till.start();
  pos.fault('delayed', { ms: 20_000 });
  await till.collect({ code: customer.code() });
  await expect.poll(() => pos.charges()).toHaveLength(1);
  await till.phone.hide(0);
  await till.phone.show();
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.count(BILL)).toBe(1);
});
