import { BILL, expect, test } from './support';
import { closeByWord } from './support/closing';

test('a part, then the rest with the remaining filled in', async ({ till, pos, customer }) => {
  await till.start();
  await till.collect({ amount: '10.00', code: customer.code() });
  await expect(till.heading).toHaveText('部分收款成功');
  await expect(till.fact('本次收款')).toHaveText('¥10.00');
  await expect(till.fact('应收')).toHaveText('¥28.00');
  await expect(till.fact('已收')).toHaveText('¥10.00');
  await expect(till.fact('还需收款')).toHaveText('¥18.00');
  expect(pos.charges()).toMatchObject([{ billNumber: BILL, fen: 1000 }]);
  await till.button('本机收款 1 笔，已收 ¥10.00 展开').click();
  await expect(till.text('系统确认')).toBeVisible();

  await till.button('继续收款').click();
  await expect(till.page.getByLabel('售货单号')).toHaveValue(BILL);
  // 待收 and the amount.
  await expect(till.text('18.00')).toHaveCount(2);
  await expect(till.text('已填入待收')).toBeVisible();
  await till.button('扫码收款').click();
  await till.scan(customer.code());
  await expect(till.heading).toHaveText('收款成功');
  await expect(till.text('¥18.00')).toBeVisible();
  await expect(till.fact('整单已收')).toHaveText('¥28.00');
  expect(pos.charges().map(({ fen }) => fen)).toEqual([1000, 1800]);
  expect(pos.bill(BILL).payState).toBe('3');
  await expect.poll(() => till.phone.pages()).toEqual(['collect', 'success']);
});

test('稍后再收 leaves nothing behind that one more tap would charge', async ({
  till,
  pos,
  customer,
}) => {
  await till.start();
  await till.collect({ amount: '10.00', code: customer.code() });
  await till.button('稍后再收').click();
  await expect(till.page.getByLabel('售货单号')).toHaveValue('');
  await till.button('扫码收款').click();
  await expect(till.text('请输入售货单号')).toBeVisible();
  await expect(till.sheet).toBeHidden();
  expect(pos.count(BILL)).toBe(1);
});

test('an answer without billpaystate: MainRow says which page', async ({ till, pos, customer }) => {
  await till.start();
  pos.fault('no-billpaystate');
  await till.collect({ amount: '10.00', code: customer.code() });
  await expect(till.heading).toHaveText('部分收款成功');
  await till.button('继续收款').click();
  pos.fault('no-billpaystate');
  await till.button('扫码收款').click();
  await till.scan(customer.code());
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges().map(({ fen }) => fen)).toEqual([1000, 1800]);
});

test('a receipt that cannot be read: the rows and this phone say what they know', async ({
  till,
  pos,
  customer,
}) => {
  await till.start();
  pos.fault('error-before', { target: 'receipt', times: 10, afterBarcode: true });
  await till.collect({ amount: '10.00', code: customer.code() });
  await expect(till.heading).toHaveText('部分收款成功');
  await expect(till.fact('应收')).toHaveText('¥28.00（按明细）');
  await expect(till.fact('本机已收')).toHaveText('¥10.00');
  await expect(till.fact('还需收款')).toHaveText('¥18.00');
  expect(pos.charges()).toHaveLength(1);
});

test('amounts that cannot be read stay —', async ({ till, pos, customer }) => {
  await till.start();
  pos.fault('error-before', { target: 'query', times: 10, afterBarcode: true });
  await till.collect({ amount: '10.00', code: customer.code() });
  await expect(till.heading).toHaveText('部分收款成功');
  await expect(till.text('暂时读不到该单金额')).toBeVisible();
  await expect(till.fact('应收')).toHaveText('—');
  await expect(till.fact('还需收款')).toHaveText('—');
  await expect(till.fact('本机已收')).toHaveText('¥10.00');
  expect(pos.charges()).toHaveLength(1);
});

test("a part closed by staff's word is told as a part", async ({ till, pos, pass, customer }) => {
  await till.start();
  pos.fault('undecided', { ms: 90_000 });
  await till.collect({ amount: '10.00', code: customer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await pass(61_000);
  await closeByWord(till, '确认已收款');
  await expect(till.heading).toHaveText('部分收款成功');
  await expect(till.text('人工确认')).toBeVisible();
  await expect.poll(() => till.phone.sounds()).toEqual(['unknown', 'partial']);
  await expect(till.fact('本次收款')).toHaveText('¥10.00');
  await expect(till.text('已收还不含人工确认的收款，请核对后再收')).toBeVisible();

  // What the server calls remaining still holds the ten that the customer may have paid.
  await till.button('继续收款').click();
  await expect(till.page.getByLabel('售货单号')).toHaveValue(BILL);
  await expect(till.text('28.00').first()).toBeVisible();
  await expect(till.text('0.00')).toHaveCount(2);
  await expect(till.text('已收还不含人工确认的收款，请核对后再收')).toBeVisible();
});
