import { BILL, expect, test } from './support';

test('with the receipt: scanned, filled in, refused above, its rows to look at', async ({
  till,
  pos,
  customer,
}) => {
  await till.start();
  await till.button('扫单号').click();
  await till.scan(BILL);
  await expect(till.button('明细')).toBeVisible();
  await expect(till.text('28.00')).toHaveCount(3);

  await till.button('明细').click();
  await expect(till.text('鲜牛奶 950ml')).toBeVisible();
  await expect(till.text('× 2 盒')).toBeVisible();
  await expect(till.text('本机还没有收款')).toBeVisible();
  await till.button('关闭').click();

  await till.typeAmount('28.01');
  await expect(till.text('收款金额超过待收 ¥28.00')).toBeVisible();
  await till.button('待收 28.00 填入').click();
  await till.button('扫码收款').click();
  await till.scan(customer.code());
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toMatchObject([{ billNumber: BILL, fen: 2800 }]);
});

test('without the receipt: in parts, by the rows and this phone, to the end', async ({
  till,
  pos,
  customer,
}) => {
  pos.change({ receipt: 'off' });
  await till.start();
  await till.phone.settings({ readReceipt: false });
  await till.fillBill(BILL);
  await expect(till.text('按明细')).toBeVisible();
  await expect(till.text('本机已收')).toBeVisible();
  await till.typeAmount('10');
  await till.button('扫码收款').click();
  await till.scan(customer.code());
  await expect(till.heading).toHaveText('部分收款成功');
  await expect(till.fact('还需收款')).toHaveText('¥18.00');
  await till.button('本机收款 1 笔，已收 ¥10.00 展开').click();
  await expect(till.text('系统确认')).toBeVisible();

  await till.button('继续收款').click();
  // Offered, not filled in: another till may have collected, too.
  await expect(till.text('0.00')).toBeVisible();
  await till.typeAmount('20');
  await till.button('扫码收款').click();
  await expect(till.page.getByText('要收 ¥20.00。')).toBeVisible();
  await till.page.getByText('返回修改').click();
  await expect(till.sheet).toBeHidden();
  await till.button('待收 18.00 填入').click();
  await till.button('扫码收款').click();
  await till.scan(customer.newCode());
  await expect(till.heading).toHaveText('收款成功');
  await expect(till.fact('本机已收')).toHaveText('¥28.00');
  expect(pos.charges().map(({ fen }) => fen)).toEqual([1000, 1800]);
  expect(pos.count(BILL, 'receipt')).toBe(0);
});

test('a bill that is not known, and one that is collected, say so', async ({ till, pos }) => {
  await till.start();
  await till.fillBill('NOPE');
  await expect(till.text('没有找到该售货单，请核对单号')).toBeVisible();
  await till.fillBill('XS20261122004');
  await expect(till.text('该单已收齐，无需再收')).toBeVisible();
  await till.fillBill(BILL);
  await expect(till.text('28.00')).toHaveCount(3);
  expect(pos.charges()).toEqual([]);
});

test('nothing jumps when the figures arrive', async ({ till, pos }) => {
  await till.start();
  const tops = async (): Promise<unknown> =>
    Promise.all([
      till.button('扫单号').boundingBox(),
      till.text('收款金额').boundingBox(),
      till.button('5').boundingBox(),
    ]);
  const before = await tops();
  pos.fault('delayed', { target: 'main-row', ms: 1_000 });
  await till.fillBill(BILL);
  await expect(till.text('读取中…')).toBeVisible();
  expect(await tops()).toEqual(before);
  await expect(till.text('28.00')).toHaveCount(3);
  expect(await tops()).toEqual(before);
  await till.fillBill('NOPE');
  await expect(till.button('重试')).toBeVisible();
  expect(await tops()).toEqual(before);
});

test('the question about the amount waits for a bill that is still being read', async ({
  till,
  pos,
}) => {
  pos.change({ receipt: 'off' });
  await till.start();
  await till.phone.settings({ readReceipt: false });
  pos.fault('delayed', { target: 'main-row', ms: 1_500 });
  await till.fillBill(BILL);
  await till.typeAmount('200');
  await till.button('扫码收款').click();
  await expect(till.page.getByText('要收 ¥200.00。')).toBeVisible();
  await expect(till.sheet).toBeHidden();
});

test('a bill entered before signing in is read after it', async ({ till }) => {
  await till.start();
  await till.phone.signOut();
  await till.fillBill(BILL);
  await till.button('登录').click();
  await till.signIn();
  await expect(till.text('28.00')).toHaveCount(3);
});
