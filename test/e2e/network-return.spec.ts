import { BILL, expect, OTHER_BILL, test } from './support';

test('no network during the wait: asked at once when it is back', async ({
  till,
  pos,
  pass,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await till.phone.network('none');
  await pass(7_000);
  await expect(till.text('网络不通或服务器没有应答，请检查网络')).toBeVisible();
  carefulCustomer.confirm();
  const asked = pos.count(BILL, 'mainRow');

  // Time moves by less than any pause between two queries.
  await till.page.clock.pauseAt(await till.page.evaluate(() => Date.now() + 50));
  await till.phone.network('wifi');
  await till.page.clock.runFor(500);
  await expect.poll(() => pos.count(BILL, 'mainRow')).toBeGreaterThan(asked);
  await till.page.clock.resume();
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toHaveLength(1);
  expect(pos.count(BILL)).toBe(1);
});

test('the network goes during the call, the server charges, cellular comes', async ({
  till,
  pos,
  customer,
  headings,
}) => {
  await till.start();
  pos.fault('delayed', { ms: 20_000 });
  await till.collect({ code: customer.code() });
  await expect.poll(() => pos.charges()).toHaveLength(1);
  await till.phone.network('none');
  await expect.poll(async () => (await till.phone.attempts())[0]?.state).toBe('unknown');
  await expect(till.heading).toHaveText('正在确认结果');
  await till.phone.network('4g');
  await expect(till.heading).toHaveText('收款成功');
  await expect(till.text('按单据状态')).toBeVisible();
  expect(headings).toEqual(['正在确认结果', '收款成功']);
  expect(pos.count(BILL)).toBe(1);
});

test('a switch with two open: both are taken up', async ({ till, pos, pass, carefulCustomer }) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await till.button('先收下一单').click();
  const code = carefulCustomer.newCode();
  await till.collect({ bill: OTHER_BILL, amount: '2', code });
  await expect(till.heading).toHaveText('等待客人付款');
  await till.button('先收下一单').click();
  await till.phone.network('none');
  carefulCustomer.confirm();
  carefulCustomer.confirm();
  await expect(till.text('2 笔收款待确认')).toBeVisible();
  await till.phone.network('4g');
  await expect(till.page.getByText(/笔收款待确认/)).toBeHidden();
  await pass(1_000);
  expect(pos.charges()).toHaveLength(2);
  expect(pos.count(BILL) + pos.count(OTHER_BILL)).toBe(2);
});

test('the network goes between the read and the call: unknown, never called failed', async ({
  till,
  pos,
  customer,
  headings,
}) => {
  await till.start();
  await till.startScanWithIdleConnections();
  await till.phone.network('none');
  await till.scan(customer.code());
  await expect(till.heading).toHaveText('正在确认结果');
  await expect.poll(async () => (await till.phone.journal())[0]?.state).toBe('unknown');
  await till.phone.network('wifi');
  await expect(till.page.getByText(/已查询，尚无结果/)).toBeVisible();
  expect(headings).toEqual(['正在确认结果']);
  expect(pos.count(BILL)).toBe(0);
});
