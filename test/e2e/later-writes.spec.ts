import { BILL, expect, OTHER_BILL, test } from './support';
import { closeByWord } from './support/closing';

const UNWRITTEN = '1 笔收款的最新结果没有写入手机，请清理手机空间，暂勿关闭小程序';

for (const fault of ['full', 'hang'] as const) {
  test(`the answer's write fails (${fault}): shown, and right after a restart`, async ({
    till,
    pos,
    customer,
  }) => {
    await till.start();
    pos.fault('delayed', { ms: 1_200 });
    await till.collect({ code: customer.code() });
    await expect.poll(() => pos.charges()).toHaveLength(1);
    await till.phone.storageFault(fault);
    await expect(till.heading).toHaveText('收款成功');
    await expect(till.text('按单据状态')).toBeHidden();
    expect(await till.phone.journal()).toMatchObject([{ state: 'submitted' }]);

    // The restarted phone's storage works again.
    await till.page.reload();
    await till.signIn();
    await expect
      .poll(() => till.phone.journal())
      .toMatchObject([{ state: 'collected', proof: 'billState' }]);
    await expect(till.page.getByText(/笔收款待确认/)).toBeHidden();
    expect(pos.count(BILL)).toBe(1);
  });
}

test('while later writes fail no other bill is charged; a save after healing is enough', async ({
  till,
  pos,
  pass,
  customer,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect.poll(async () => (await till.phone.journal())[0]?.state).toBe('awaiting');
  await till.phone.storageFault('full');
  carefulCustomer.confirm();
  await pass(7_000);
  await expect(till.heading).toHaveText('收款成功');
  await till.button('下一单').click();
  const payment = { bill: OTHER_BILL, amount: '2' };
  await till.collect({ ...payment, code: customer.code() });
  await expect(till.text('手机存储不可用，不能开始收款。请清理手机空间后重试')).toBeVisible();
  expect(pos.count(OTHER_BILL)).toBe(0);
  await expect(till.text(UNWRITTEN)).toBeVisible();

  await till.phone.storageFault('none');
  await till.phone.hide(60_000);
  await till.phone.show();
  await expect(till.text(UNWRITTEN)).toBeHidden();
  await expect.poll(async () => (await till.phone.journal())[0]?.state).toBe('collected');
  await till.page.reload();
  await till.signIn();
  await expect(till.button('扫码收款')).toBeVisible();
  const states = (await till.phone.attempts()).map(({ bill, state }) => `${bill} ${state}`);
  expect(states).toEqual([`${BILL} collected`]);
  expect(pos.charges()).toHaveLength(1);
});

test('a closing that could not be written: after a restart it is open again, not lost', async ({
  till,
  pos,
  pass,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  carefulCustomer.cancel();
  await pass(61_000);
  await expect(till.heading).toHaveText('结果未知');
  await till.phone.storageFault('write');
  await closeByWord(till, '确认未收款');
  await expect(till.heading).toHaveText('人工确认未收款');
  await till.button('返回').click();
  await expect(till.text(UNWRITTEN)).toBeVisible();
  await till.page.reload();
  await till.signIn();
  await till.button('1 笔收款待确认，结果未知 查看').click();
  await expect(till.heading).toHaveText('结果未知');
  await closeByWord(till, '确认未收款');
  await expect
    .poll(() => till.phone.journal())
    .toMatchObject([{ state: 'staffNotPaid', closing: { by: '1001' } }]);
  expect(pos.count(BILL)).toBe(1);
});
