import { BILL, expect, test, type Till } from './support';

const OTHER_USER = ['1002', '收银员@2024'] as const;

/** A second phone on the same bills, signed in as 1002. */
async function secondPhone(another: (what: 'phone') => Promise<Till>): Promise<Till> {
  const till = await another('phone');
  await till.open();
  await till.signIn(...OTHER_USER);
  await expect(till.button('扫码收款')).toBeVisible();
  return till;
}

test('both undecided, one customer pays: the other till says so only by the bill', async ({
  till,
  another,
  pos,
  pass,
  shop,
  carefulCustomer,
}) => {
  const { wallet } = shop.simulator.sandbox.world;
  await till.start();
  const other = await secondPhone(another);
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  const rich = wallet.customer('c1');
  if (rich === undefined) throw new Error('no customer c1');
  rich.askPassword = true;
  await other.collect({ code: wallet.currentCode('c1').text });
  await expect(other.heading).toHaveText('等待客人付款');

  carefulCustomer.confirm();
  await pass(7_000);
  // Cash or another till looks just the same: both conclude it from the bill, and say that they do.
  for (const one of [till, other]) {
    await expect(one.heading).toHaveText('收款成功');
    await expect(one.text('按单据状态')).toBeVisible();
    expect(await one.phone.attempts()).toMatchObject([{ proof: 'billState' }]);
  }
  expect(pos.charges()).toMatchObject([{ by: '1001', fen: 2800 }]);
  expect(pos.count(BILL)).toBe(2);
});

test('parts by two tills: each shows its own', async ({ till, another, pos, customer }) => {
  await till.start();
  const other = await secondPhone(another);
  // Both scanners are open at once, on the same reading of the bill.
  await till.startScan({ amount: '10' });
  await other.startScan({ amount: '18' });
  await till.scan(customer.code());
  await other.scan(customer.newCode());
  await expect(till.heading).toHaveText('部分收款成功');
  await expect(other.heading).toHaveText('收款成功');
  const charged = pos.charges().map(({ by, fen, serial }) => [by, fen, String(serial)]);
  const shown = [...(await till.phone.attempts()), ...(await other.phone.attempts())].map(
    ({ user, amount, paymentNumber, proof }) => [user, amount, paymentNumber, proof],
  );
  expect(shown).toEqual(charged.map((charge) => [...charge, 'answer']));
  expect(pos.count(BILL)).toBe(2);
});

test('both undecided with parts, both paid between two looks: nobody guesses', async ({
  till,
  another,
  pos,
  pass,
  carefulCustomer,
}) => {
  await till.start();
  const other = await secondPhone(another);
  await till.collect({ amount: '10', code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await other.collect({ amount: '18', code: carefulCustomer.newCode() });
  await expect(other.heading).toHaveText('等待客人付款');
  carefulCustomer.confirm();
  carefulCustomer.confirm();
  await pass(61_000);
  for (const one of [till, other]) {
    await expect(one.heading).toHaveText('结果未知');
    await expect(one.button('确认已收款')).toBeVisible();
  }
  expect(pos.charges().map(({ fen }) => fen)).toEqual([1000, 1800]);
});

test('declined on one till while the other one charges: a conflict, not a second charge', async ({
  till,
  another,
  pos,
  customer,
}) => {
  await till.start();
  const other = await secondPhone(another);
  await other.startScan();
  await till.startScan();
  pos.fault('declined', { words: '支付失败' });
  pos.fault('delayed', { target: 'main-row', ms: 1_500, afterBarcode: true });
  await other.scan(customer.code());
  await expect(other.heading).toHaveText('收款失败');
  await till.scan(customer.newCode());
  await expect(till.heading).toHaveText('收款成功');
  await expect(till.text('按单据状态')).toBeHidden();
  await expect(other.heading).toHaveText('收款冲突');
  await expect(other.button('重新扫码')).toBeHidden();
  expect(pos.charges()).toMatchObject([{ by: '1001', fen: 2800 }]);
  expect(pos.count(BILL)).toBe(2);
});

test('the server refuses the second till what the first has collected', async ({
  till,
  another,
  pos,
  customer,
  headings,
}) => {
  await till.start();
  const other = await secondPhone(another);
  await other.startScan();
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('收款成功');
  // The other till's read is from before.
  await other.scan(customer.newCode());
  await expect(other.heading).toHaveText('收款冲突');
  await expect(other.page.getByText(/请勿再次收款/)).toBeVisible();
  expect(headings).not.toContain('收款失败');
  expect(pos.charges()).toHaveLength(1);
});
