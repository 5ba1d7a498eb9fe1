import { BILL, expect, OTHER_BILL, test } from './support';

test('a second bill while the first call is still open', async ({ till, pos, customer }) => {
  await till.start();
  pos.fault('delayed', { ms: 6_000 });
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('正在确认结果');
  await till.button('先收下一单').click();
  await till.collect({ bill: OTHER_BILL, amount: '2', code: customer.newCode() });
  await expect(till.heading).toHaveText('收款成功');
  await expect(till.fact('售货单')).toHaveText(OTHER_BILL);
  await till.button('下一单').click();
  // The first answer arrives while no page of its own is open.
  await expect(till.page.getByText('1 笔收款待确认')).toBeHidden();
  const charged = pos.charges().map(({ billNumber, fen }) => [billNumber, fen]);
  expect(charged).toEqual([
    [BILL, 2800],
    [OTHER_BILL, 200],
  ]);
  expect((await till.phone.attempts()).map(({ state }) => state)).toEqual([
    'collected',
    'collected',
  ]);
});

test('the blocked bill is refused, however it is written', async ({
  till,
  pos,
  customer,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await till.button('先收下一单').click();
  await expect(till.page.getByText('1 笔收款待确认')).toBeVisible();
  const fullWidth = 'ＸＳ２０２６１１２２００１';
  for (const spelling of [BILL, ` ${BILL.toLowerCase()} `, fullWidth]) {
    await till.fillBill(spelling);
    await expect(till.text('该单有一笔待确认')).toBeVisible();
  }
  await till.typeAmount('1');
  await till.button('扫码收款').click();
  await expect(till.text('该单有一笔待确认，不能再次收款')).toBeVisible();
  await expect(till.sheet).toBeHidden();
  expect(pos.count(BILL)).toBe(1);

  // Any other bill can be collected.
  await till.button('清空').click();
  await till.collect({ bill: OTHER_BILL, amount: '2', code: customer.code() });
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toMatchObject([{ billNumber: OTHER_BILL, fen: 200 }]);
});

test("a late success of bill A is not taken for bill B's", async ({
  till,
  pos,
  pass,
  customer,
  carefulCustomer,
  headings,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await till.button('先收下一单').click();
  pos.fault('undecided', { ms: 40_000 });
  await till.collect({ bill: OTHER_BILL, amount: '2', code: customer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  const seen = headings.length;

  carefulCustomer.confirm();
  await expect
    .poll(async () => (await till.phone.attempts()).find(({ bill }) => bill === BILL)?.state)
    .toBe('collected');
  await expect(till.heading).toHaveText('等待客人付款');
  await expect(till.fact('售货单')).toHaveText(OTHER_BILL);
  await expect.poll(() => till.phone.pages()).toEqual(['collect', 'pending']);
  expect(headings.slice(seen)).toEqual([]);
  expect(pos.charges()).toMatchObject([{ billNumber: BILL }]);

  await pass(41_000);
  await expect(till.heading).toHaveText('收款成功');
  await expect(till.fact('售货单')).toHaveText(OTHER_BILL);
  await till.button('下一单').click();
  await expect(till.page.getByText(/笔收款待确认/)).toBeHidden();
  expect(pos.charges()).toHaveLength(2);
});

test('leaving the pending page by the back gesture ends nothing', async ({
  till,
  pos,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await till.page.locator('.sim-page:visible .sim-back').click();
  await expect(till.page.getByText('1 笔收款待确认')).toBeVisible();
  carefulCustomer.confirm();
  await expect(till.page.getByText('1 笔收款待确认')).toBeHidden();
  expect(pos.charges()).toHaveLength(1);
  await expect.poll(() => till.phone.pages()).toEqual(['collect']);
});
