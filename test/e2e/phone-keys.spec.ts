import { BILL, expect } from './support';
import { test } from './support/desk';

// Each key of the simulator's phone while a payment is in flight. That the charges agree with what the
// app shows is compared after every test (support/index.ts).

test('切后台 until suspended: the answer is lost, 回前台 finds the money', async ({
  till,
  pos,
  customer,
}) => {
  await till.start();
  await till.expectState('前台 · Wi-Fi');
  pos.fault('delayed', { ms: 20_000 });
  await till.collect({ code: customer.code() });
  await expect.poll(() => pos.charges()).toHaveLength(1);
  await till.press('切后台');
  await till.expectState('后台 · Wi-Fi');
  await till.expectState('已挂起 · Wi-Fi');
  expect((await till.phone.attempts())[0]?.state).toBe('submitted');
  await till.press('回前台');
  await expect(till.heading).toHaveText('收款成功');
  await expect(till.text('按单据状态')).toBeVisible();
  expect(pos.count(BILL)).toBe(1);
  expect(pos.charges()).toHaveLength(1);
});

test('切后台 for less than five seconds loses nothing', async ({ till, pos, customer }) => {
  await till.start();
  pos.fault('delayed', { ms: 1_000 });
  await till.collect({ code: customer.code() });
  await till.press('切后台');
  await expect.poll(async () => (await till.phone.attempts())[0]?.proof).toBe('answer');
  await till.expectState('后台 · Wi-Fi');
  await till.press('回前台');
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.count(BILL)).toBe(1);
  expect(pos.charges()).toHaveLength(1);
});

test('the customer pays while the app is suspended', async ({ till, pos, carefulCustomer }) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await till.press('切后台');
  await till.expectState('已挂起 · Wi-Fi');
  const asked = pos.count(BILL, 'mainRow');
  carefulCustomer.confirm();
  await till.page.waitForTimeout(1_500);
  expect(pos.count(BILL, 'mainRow')).toBe(asked);
  // The phone has a way back of its own, too.
  await till.page.frameLocator('#cashier').getByRole('button', { name: '回前台' }).click();
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toHaveLength(1);
});

test('杀进程 with the call out: starts cold on the same network, finds the money', async ({
  till,
  pos,
  customer,
}) => {
  await till.start();
  await till.press('切网络');
  await till.expectState('前台 · 4G');
  pos.fault('delayed', { ms: 20_000 });
  await till.collect({ code: customer.code() });
  await expect.poll(() => pos.charges()).toHaveLength(1);
  await till.restartBy(() => till.press('杀进程'));
  await till.signIn();
  await till.expectState('前台 · 4G');
  await expect.poll(async () => (await till.phone.attempts())[0]?.state).toBe('collected');
  expect(pos.count(BILL)).toBe(1);
  expect(pos.charges()).toHaveLength(1);
});

test('断网 with the call out: unknown, taken up when the network is back', async ({
  till,
  pos,
  customer,
}) => {
  await till.start();
  pos.fault('delayed', { ms: 20_000 });
  await till.collect({ code: customer.code() });
  await expect.poll(() => pos.charges()).toHaveLength(1);
  await till.press('断网');
  await till.expectState('前台 · 无网络');
  await expect.poll(async () => (await till.phone.attempts())[0]?.state).toBe('unknown');
  await expect(till.heading).toHaveText('正在确认结果');
  await till.press('断网');
  await till.expectState('前台 · Wi-Fi');
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.count(BILL)).toBe(1);
  expect(pos.charges()).toHaveLength(1);
});

test('切网络 cancels the call; the money is found', async ({ till, pos, customer }) => {
  await till.start();
  pos.fault('delayed', { ms: 20_000 });
  await till.collect({ code: customer.code() });
  await expect.poll(() => pos.charges()).toHaveLength(1);
  await till.press('切网络');
  await till.expectState('前台 · 4G');
  await expect(till.heading).toHaveText('收款成功');
  await expect(till.text('按单据状态')).toBeVisible();
  expect(pos.count(BILL)).toBe(1);
  expect(pos.charges()).toHaveLength(1);
});

test('弱网 with the call out: it only takes longer', async ({ till, pos, customer }) => {
  await till.start();
  await till.press('弱网');
  await till.expectState('前台 · Wi-Fi（弱）');
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('收款成功');
  expect((await till.phone.attempts())[0]?.proof).toBe('answer');
  expect(pos.count(BILL)).toBe(1);
  expect(pos.charges()).toHaveLength(1);
});

for (const { way, goBack } of [
  { way: '侧滑返回', goBack: 'key' },
  { way: 'a finger from the left edge', goBack: 'finger' },
  { way: '安卓返回键', goBack: 'key' },
] as const) {
  test(`${way} while the customer is asked: the watch goes on, the bill stays blocked`, async ({
    till,
    pos,
    carefulCustomer,
  }) => {
    await till.start();
    await till.collect({ code: carefulCustomer.code() });
    await expect(till.heading).toHaveText('等待客人付款');
    if (goBack === 'key') await till.press(way);
    else await till.swipe(0.7);
    await expect.poll(() => till.phone.pages()).toEqual(['collect']);
    const banner = till.button('1 笔收款待确认 查看');
    await expect(banner).toBeVisible();
    await till.fillBill(BILL);
    await expect(till.text('该单有一笔待确认')).toBeVisible();
    carefulCustomer.confirm();
    await expect(banner).toBeHidden();
    expect((await till.phone.attempts())[0]?.state).toBe('collected');
    expect(pos.count(BILL)).toBe(1);
    expect(pos.charges()).toHaveLength(1);
  });
}

test('a finger that turns back, or comes from elsewhere, moves nothing', async ({
  till,
  pos,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await till.swipe(0.2);
  await till.page.waitForTimeout(500);
  await expect.poll(() => till.phone.pages()).toEqual(['collect', 'pending']);
  await expect(till.heading).toHaveText('等待客人付款');
  carefulCustomer.confirm();
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toHaveLength(1);
});

for (const key of ['安卓返回键', '侧滑返回']) {
  test(`${key} on the home page leaves the app, with a payment out`, async ({
    till,
    pos,
    carefulCustomer,
  }) => {
    await till.start();
    await till.collect({ code: carefulCustomer.code() });
    await expect(till.heading).toHaveText('等待客人付款');
    await till.press(key);
    await expect.poll(() => till.phone.pages()).toEqual(['collect']);
    await till.press(key);
    await till.expectState('后台 · Wi-Fi');
    await till.expectState('已挂起 · Wi-Fi');
    carefulCustomer.confirm();
    await till.press('回前台');
    await expect.poll(async () => (await till.phone.attempts())[0]?.state).toBe('collected');
    expect(pos.count(BILL)).toBe(1);
    expect(pos.charges()).toHaveLength(1);
  });
}

test('安卓返回键 before the scanner cancels the scan; nothing is sent', async ({
  till,
  pos,
  customer,
}) => {
  await till.start();
  await till.startScan();
  await till.press('安卓返回键');
  await expect(till.sheet).toBeHidden();
  await expect.poll(() => till.phone.pages()).toEqual(['collect']);
  expect(await till.phone.attempts()).toEqual([]);
  await till.button('扫码收款').click();
  await till.scan(customer.code());
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.count(BILL)).toBe(1);
  expect(pos.charges()).toHaveLength(1);
});

for (const order of ['安卓次序', 'iOS 次序']) {
  test(`扫码后 ${order}: one payment, one page`, async ({ till, pos, customer }) => {
    await till.start();
    await till.choose('扫码后', order);
    await till.collect({ code: customer.code() });
    await expect(till.heading).toHaveText('收款成功');
    await expect.poll(() => till.phone.pages()).toEqual(['collect', 'success']);
    expect(pos.count(BILL)).toBe(1);
    expect(pos.charges()).toHaveLength(1);
  });
}

test('切后台 before the scanner: the scan goes on afterwards, the app is shown once', async ({
  till,
  pos,
  customer,
}) => {
  await till.start();
  await till.startScan();
  await till.press('切后台');
  await till.expectState('已挂起 · Wi-Fi');
  await till.press('回前台');
  await till.scan(customer.code());
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.count(BILL)).toBe(1);
  expect(pos.charges()).toHaveLength(1);
});

test('新版本: 重启更新 only when no attempt is undecided and no amount is typed', async ({
  till,
  pos,
  carefulCustomer,
}) => {
  await till.start();
  const restart = till.button('新版本已就绪 重启更新');
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await till.press('新版本');
  await till.button('先收下一单').click();
  await expect(till.button('1 笔收款待确认 查看')).toBeVisible();
  await expect(restart).toBeHidden();
  carefulCustomer.confirm();
  await expect(restart).toBeVisible();
  await till.typeAmount('8');
  await expect(restart).toBeHidden();
  await till.button('清空').click();
  // Cold: the old version's journal is read.
  await till.restartBy(() => restart.click());
  await till.signIn();
  await expect(till.button('扫码收款')).toBeVisible();
  await expect(restart).toBeHidden();
  expect(await till.phone.attempts()).toMatchObject([{ bill: BILL, state: 'collected' }]);
  expect(pos.count(BILL)).toBe(1);
  expect(pos.charges()).toHaveLength(1);
});
