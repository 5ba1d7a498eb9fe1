import { BILL, expect, target, test } from './support';

test('what is sent stands in the journal before it leaves', async ({ till, pos, customer }) => {
  await till.start();
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const leaving = till.page.waitForRequest((request) => target(request).endsWith('/Barcode'));
  await till.page.route('**/__wx/request', async (route) => {
    if (target(route.request()).endsWith('/Barcode')) await gate;
    await route.continue();
  });
  await till.collect({ code: customer.code() });
  await leaving;
  expect(await till.phone.journal()).toMatchObject([
    { bill: BILL, amount: 2800, state: 'submitted' },
  ]);
  expect(pos.count(BILL)).toBe(0);
  letGo();
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toHaveLength(1);
});

for (const fault of ['write', 'full'] as const) {
  test(`the storage fails (${fault}): no new charge`, async ({ till, pos, customer }) => {
    await till.start();
    await till.phone.storageFault(fault);
    await till.collect({ code: customer.code() });
    await expect(till.text('手机存储不可用，不能开始收款。请清理手机空间后重试')).toBeVisible();
    expect(pos.count(BILL)).toBe(0);
    expect(await till.phone.attempts()).toEqual([]);

    // With room again, the same bill is free. A code that was scanned once is not used again.
    await till.phone.storageFault('none');
    await till.button('扫码收款').click();
    await till.scan(customer.newCode());
    await expect(till.heading).toHaveText('收款成功');
    expect(pos.charges()).toHaveLength(1);
  });
}

test('a write that never ends: nothing is sent, and staff are told', async ({
  till,
  pos,
  customer,
  pass,
}) => {
  await till.start();
  await till.phone.storageFault('hang');
  await till.collect({ code: customer.code() });
  await expect(till.text('请稍候…')).toBeVisible();
  await pass(11_000);
  await expect(till.text('手机存储不可用，不能开始收款。请清理手机空间后重试')).toBeVisible();
  expect(pos.count(BILL)).toBe(0);
});

test('the storage fails while a payment runs: it still ends, and is written later', async ({
  till,
  pos,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await till.phone.storageFault('write');
  carefulCustomer.confirm();
  await expect(till.heading).toHaveText('收款成功');
  expect((await till.phone.journal())[0]?.state).toBe('awaiting');
  await till.phone.storageFault('none');
  await till.phone.hide(60_000);
  await till.phone.show();
  await expect.poll(async () => (await till.phone.journal())[0]?.state).toBe('collected');
  expect(pos.charges()).toHaveLength(1);
});
