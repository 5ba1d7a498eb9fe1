import { BILL, expect, OTHER_BILL, test, type Till } from './support';
import { closeByWord } from './support/closing';

// WeChat runs a mini program once. In a browser two pages share one storage, each with a memory of
// its own: these tests say what holds even then. A page knows the attempts that stood in the journal
// when it started, and no later one of the other page: those it meets like another till's.

async function secondPage(another: (what: 'page') => Promise<Till>): Promise<Till> {
  const till = await another('page');
  await till.open();
  await till.signIn();
  await expect(till.button('扫码收款')).toBeVisible();
  return till;
}

test('a page that starts later knows the open attempt: the bill is blocked in both', async ({
  till,
  another,
  pos,
  pass,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  const other = await secondPage(another);
  await other.fillBill(BILL);
  await other.typeAmount('28');
  await other.button('扫码收款').click();
  await expect(other.text('该单有一笔待确认，不能再次收款')).toBeVisible();

  carefulCustomer.confirm();
  await pass(7_000);
  await expect(till.heading).toHaveText('收款成功');
  await expect(other.page.getByText(/笔收款待确认/)).toBeHidden();
  expect(pos.count(BILL)).toBe(1);
  expect(pos.charges()).toHaveLength(1);
  await till.page.reload();
  await till.signIn();
  await expect(till.button('扫码收款')).toBeVisible();
  expect(await till.phone.attempts()).toMatchObject([{ state: 'collected' }]);
});

test('two scanners on one bill at once: one charge, no attempt lost', async ({
  till,
  another,
  pos,
  customer,
}) => {
  await till.start();
  const other = await secondPage(another);
  await till.startScan();
  await other.startScan();
  await till.scan(customer.code());
  await expect(till.heading).toHaveText('收款成功');
  await other.scan(customer.newCode());
  // The server refused the second one, and the bill is not as it was.
  await expect(other.heading).toHaveText('收款冲突');
  expect(pos.charges()).toHaveLength(1);

  await till.page.reload();
  await till.signIn();
  await expect(till.button('1 笔收款冲突 查看')).toBeVisible();
  const states = (await till.phone.attempts()).map(({ state }) => state);
  expect(states.sort()).toEqual(['collected', 'conflict']);
});

test('a page that started before meets the open attempt like another till', async ({
  till,
  another,
  pos,
  pass,
  customer,
  carefulCustomer,
}) => {
  await till.start();
  const other = await secondPage(another);
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await other.collect({ code: customer.code() });
  await expect(other.heading).toHaveText('收款成功');
  await expect(other.text('按单据状态')).toBeHidden();
  carefulCustomer.cancel();
  await pass(7_000);
  // Not proven, and labelled so.
  await expect(till.heading).toHaveText('收款成功');
  await expect(till.text('按单据状态')).toBeVisible();
  expect(pos.charges()).toHaveLength(1);
});

test('what the other page has collected meanwhile is seen before the scanner opens', async ({
  till,
  another,
  pos,
  customer,
}) => {
  await till.start();
  const other = await secondPage(another);
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('收款成功');
  await other.fillBill(BILL);
  await expect(other.text('该单已收齐，无需再收').first()).toBeVisible();
  await other.typeAmount('28');
  await other.button('扫码收款').click();
  await expect(other.sheet).toBeHidden();
  expect(pos.count(BILL)).toBe(1);

  // Each page's attempts have records of their own.
  await other.button('清空').click();
  await other.collect({ bill: OTHER_BILL, amount: '2', code: customer.newCode() });
  await expect(other.heading).toHaveText('收款成功');
  const bills = (await till.phone.journal()).map(({ bill }) => bill);
  expect(bills.sort()).toEqual([BILL, OTHER_BILL]);
});

test('one page closes as not paid what the other one sees paid: no money unknown', async ({
  till,
  another,
  pos,
  pass,
  customer,
}) => {
  await till.start();
  pos.fault('undecided', { ms: 90_000 });
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  const other = await secondPage(another);
  await pass(61_000);
  await expect(till.heading).toHaveText('结果未知');
  await other.button('1 笔收款待确认，结果未知 查看').click();
  await expect(other.heading).toHaveText('结果未知');
  await closeByWord(other, '确认未收款');
  await expect(other.heading).toHaveText('人工确认未收款');
  await pass(30_000);
  await expect.poll(() => pos.charges()).toHaveLength(1);
  await till.button('继续查询').click();
  await expect(till.heading).toHaveText('收款成功');
  // The newest record wins: the money stands there. The other page's closing does not; in WeChat
  // there is no second page to have made it.
  await expect.poll(() => till.phone.journal()).toMatchObject([{ state: 'collected' }]);
  expect(pos.count(BILL)).toBe(1);
});
