import { AMOUNT, BILL, expect, OTHER_BILL, test } from './support';

test('success, partial, failure: a sound each, on the page of the attempt', async ({
  till,
  pos,
  customer,
}) => {
  await till.start();
  await till.typeAmount('10');
  await expect.poll(() => till.phone.vibrations()).toEqual(['light', 'light']);
  expect(await till.phone.sounds()).toEqual([]);
  await till.button('清空').click();
  await till.collect({ amount: '10', code: customer.code() });
  await expect(till.heading).toHaveText('部分收款成功');
  await expect.poll(() => till.phone.sounds()).toEqual(['partial']);
  await till.button('稍后再收').click();

  await till.collect({ amount: '18', code: customer.newCode() });
  await expect(till.heading).toHaveText('收款成功');
  await expect.poll(() => till.phone.sounds()).toEqual(['partial', 'success']);
  await till.button('下一单').click();

  pos.fault('declined');
  await till.collect({ bill: OTHER_BILL, amount: '2', code: customer.newCode() });
  await expect(till.heading).toHaveText('收款失败');
  await expect.poll(() => till.phone.sounds()).toEqual(['partial', 'success', 'failure']);
});

test('unknown when the wait ends; of another bill only the news; the screen stays on meanwhile', async ({
  till,
  pos,
  customer,
  pass,
}) => {
  await till.start();
  expect(await till.phone.screenKeptOn()).toBe(false);
  pos.fault('undecided', { ms: 90_000 });
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await expect.poll(() => till.phone.screenKeptOn()).toBe(true);
  await pass(62_000);
  await expect(till.heading).toHaveText('结果未知');
  await expect.poll(() => till.phone.sounds()).toEqual(['unknown']);
  await expect.poll(() => till.phone.screenKeptOn()).toBe(false);
  await till.button('先收下一单').click();

  // The customer pays after the wait has ended.
  await pass(30_000);
  await expect.poll(() => pos.charges().length).toBe(1);
  await pass(61_000);
  await expect(till.page.getByText(`${BILL} ¥${AMOUNT} 已收款`)).toBeVisible();
  await expect.poll(() => till.phone.sounds()).toEqual(['unknown', 'news']);
  await till.collect({ bill: OTHER_BILL, amount: '2', code: customer.newCode() });
  await expect(till.heading).toHaveText('收款成功');
  await expect.poll(() => till.phone.sounds()).toEqual(['unknown', 'news', 'success']);
});

test('switched off: nothing is heard or felt', async ({ till, customer }) => {
  await till.start();
  await till.button('设置').click();
  await till.page.getByRole('switch', { name: '声音' }).click();
  await till.page.getByRole('switch', { name: '振动' }).click();
  await till.page.getByRole('button', { name: '返回' }).click();
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('收款成功');
  expect([await till.phone.sounds(), await till.phone.vibrations()]).toEqual([[], []]);
});
