import { BILL, expect, test } from './support';

test('a whole bill is collected from sign-in to the next bill', async ({ till, pos, customer }) => {
  await till.open();
  await till.signIn();
  await till.fillBill(BILL);
  // Due, remaining, and already filled in as the amount.
  await expect(till.text('28.00')).toHaveCount(3);
  await till.button('扫码收款').click();
  await till.scan(customer.code());
  await expect(till.heading).toHaveText('收款成功');
  await expect(till.text('¥28.00')).toBeVisible();
  await expect(till.fact('售货单')).toHaveText(BILL);
  const [charge] = pos.charges();
  await expect(till.fact('支付流水号')).toHaveText(String(charge?.serial));
  expect(pos.charges()).toMatchObject([{ billNumber: BILL, fen: 2800, by: '1001' }]);
  expect(customer.balance()).toBe(500_00 - 28_00);
  expect(pos.bill(BILL).payState).toBe('3');

  await till.button('下一单').click();
  await expect(till.page.getByLabel('售货单号')).toHaveValue('');
  await expect(till.text('0.00')).toBeVisible();
  await expect.poll(() => till.phone.pages()).toEqual(['collect']);
});

test('a bill that is collected already is not charged again', async ({ till, pos }) => {
  pos.payElsewhere(BILL, 2800);
  await till.start();
  await till.fillBill(BILL);
  await expect(till.text('该单已收齐，无需再收')).toBeVisible();
  await till.typeAmount('1');
  await till.button('扫码收款').click();
  await expect(till.text('该单已收齐，无需再收')).toBeVisible();
  await expect(till.sheet).toBeHidden();
  expect(pos.count(BILL)).toBe(0);
});

test('more than what remains is not charged', async ({ till, pos, customer }) => {
  await till.start();
  await till.fillBill(BILL);
  await till.typeAmount('28.01');
  await expect(till.text('收款金额超过待收 ¥28.00')).toBeVisible();
  await till.button('扫码收款').click();
  await expect(till.button('扫码收款')).toBeVisible();
  await expect(till.sheet).toBeHidden();
  expect(pos.count(BILL)).toBe(0);
  await till.button('退格').click();
  await till.typeAmount('0');
  await till.button('扫码收款').click();
  await till.scan(customer.code());
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toMatchObject([{ fen: 2800 }]);
});

test('a user whose password is not ASCII collects', async ({ till, pos, customer }) => {
  await till.open();
  await till.signIn('1002', '收银员@2024');
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toMatchObject([{ billNumber: BILL, fen: 2800, by: '1002' }]);
});
