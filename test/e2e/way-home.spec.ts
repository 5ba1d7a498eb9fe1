import { BILL, expect, OTHER_BILL, test } from './support';
import { closeByWord } from './support/closing';

test('the amount of a failed payment does not stand on the next bill', async ({
  till,
  pos,
  customer,
}) => {
  await till.start();
  pos.fault('declined');
  await till.collect({ amount: '1.5', code: customer.code() });
  await expect(till.button('重新扫码')).toBeVisible();
  await till.button('返回').click();
  await expect(till.page.getByLabel('售货单号')).toHaveValue(BILL);
  await expect(till.text('1.50')).toBeVisible();
  await expect(till.text('上次未收款')).toBeVisible();
  await till.button('扫单号').click();
  await till.scan(OTHER_BILL);
  await expect(till.text('已填入待收')).toBeVisible();
  await expect(till.text('上次未收款')).toBeHidden();
  await expect(till.text('1.50')).toBeHidden();
  await till.button('扫码收款').click();
  await till.scan(customer.newCode());
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toMatchObject([{ billNumber: OTHER_BILL, fen: 200 }]);
});

test('looking at a conflict leaves the bill in work alone', async ({ till, pos, customer }) => {
  await till.start();
  pos.fault('declined');
  pos.fault('delayed', { target: 'main-row', ms: 600, afterBarcode: true });
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('收款失败');
  pos.payElsewhere(BILL, 2800);
  await expect(till.heading).toHaveText('收款冲突');
  await till.button('返回').click();
  await till.fillBill(OTHER_BILL);
  await till.typeAmount('1');
  await till.button('1 笔收款冲突 查看').click();
  await expect(till.heading).toHaveText('收款冲突');
  await till.button('我已知晓').click();
  await till.button('返回').click();
  await expect(till.page.getByLabel('售货单号')).toHaveValue(OTHER_BILL);
  await till.button('扫码收款').click();
  await till.scan(customer.newCode());
  await expect(till.heading).toHaveText('部分收款成功');
  expect(pos.charges(OTHER_BILL)).toMatchObject([{ fen: 100 }]);
});

test('下一单 leaves nothing of the bill that was just settled by a person’s word', async ({
  till,
  pos,
  pass,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await pass(61_000);
  await expect(till.heading).toHaveText('结果未知');
  await till.button('先收下一单').click();
  await till.fillBill(BILL);
  await expect(till.text('已填入待收')).toBeVisible();
  await till.button('该单有一笔待确认 查看').click();
  await closeByWord(till, '确认已收款');
  await expect(till.heading).toHaveText('收款成功');
  await till.button('下一单').click();
  await expect(till.page.getByLabel('售货单号')).toHaveValue('');
  await expect(till.text('0.00')).toBeVisible();
  expect(pos.count(BILL)).toBe(1);
});
