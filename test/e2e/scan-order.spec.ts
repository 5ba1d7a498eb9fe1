import { BILL, expect, test } from './support';

for (const order of ['android', 'ios'] as const) {
  const story = order === 'android' ? 'first the page, then the code' : 'first the code';
  test(`the page comes back after the scan, ${order} (${story}): one call`, async ({
    till,
    pos,
    customer,
  }) => {
    await till.start();
    await till.phone.scanOrder(order);
    await till.collect({ amount: '10', code: customer.code() });
    await expect(till.heading).toHaveText('部分收款成功');
    await expect.poll(() => till.phone.pages()).toEqual(['collect', 'partial']);
    await till.button('继续收款').click();
    await till.button('扫码收款').click();
    await till.scan(customer.code());
    await expect(till.heading).toHaveText('收款成功');
    await expect.poll(() => till.phone.pages()).toEqual(['collect', 'success']);
    expect(pos.charges().map(({ fen }) => fen)).toEqual([1000, 1800]);
    expect(pos.count(BILL)).toBe(2);
  });

  test(`scanning again from a failure, ${order}`, async ({ till, pos, customer }) => {
    await till.start();
    await till.phone.scanOrder(order);
    pos.fault('declined');
    await till.collect({ code: customer.code() });
    await till.button('重新扫码').click();
    await till.scan(customer.newCode());
    await expect(till.heading).toHaveText('收款成功');
    await expect.poll(() => till.phone.pages()).toEqual(['collect', 'success']);
    expect(pos.charges()).toHaveLength(1);
    expect(pos.count(BILL)).toBe(2);
  });
}
