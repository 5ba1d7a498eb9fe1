import type { FaultKind, FaultRequest } from '../../sandbox';
import { BILL, expect, test } from './support';

interface Case {
  readonly name: string;
  readonly kind: FaultKind;
  readonly more?: Omit<FaultRequest, 'kind'>;
}

const charged: readonly Case[] = [
  { name: 'the answer is lost', kind: 'answer-lost' },
  { name: '500 after the work', kind: 'error-after' },
  { name: 'half of the JSON', kind: 'broken-body' },
  { name: 'the body is cut', kind: 'truncated-body' },
  { name: 'an HTML page under 200', kind: 'html', more: { work: true } },
  { name: 'a true envelope under 503', kind: 'http-status', more: { work: true } },
  { name: 'a true envelope under 400', kind: 'http-status', more: { work: true, status: 400 } },
  { name: 'an undocumented errcode', kind: 'unknown-errcode' },
  { name: 'the answer names another bill', kind: 'wrong-bill' },
  { name: 'the network delivers the call twice', kind: 'delivered-twice' },
];

for (const { name, kind, more } of charged) {
  test(`${name}, charged: collected by the query, once`, async ({
    till,
    pos,
    customer,
    headings,
  }) => {
    await till.start();
    pos.fault(kind, more);
    await till.collectOnFreshConnection({ code: customer.code() });
    await expect(till.heading).toHaveText('收款成功');
    await expect(till.text('按单据状态')).toBeVisible();
    expect(headings).toEqual(['正在确认结果', '收款成功']);
    expect(pos.charges()).toMatchObject([{ billNumber: BILL, fen: 2800 }]);
    expect(pos.count(BILL)).toBe(kind === 'delivered-twice' ? 2 : 1);
  });
}

const notCharged: readonly Case[] = [
  { name: 'the request is lost', kind: 'request-lost' },
  { name: '500 before the work', kind: 'error-before' },
  { name: 'the Wi-Fi portal answers', kind: 'html' },
  { name: '503', kind: 'http-status' },
  { name: '401 for the payment itself', kind: 'session-expired' },
  { name: '429', kind: 'http-status', more: { status: 429 } },
];

for (const { name, kind, more } of notCharged) {
  test(`${name}, nothing charged: unknown, not failed`, async ({
    till,
    pos,
    customer,
    headings,
    pass,
  }) => {
    await till.start();
    pos.fault(kind, more);
    await till.collectOnFreshConnection({ code: customer.code() });
    await expect(till.heading).toHaveText('正在确认结果');
    await expect(till.text('款项可能已收到，请勿重复收款')).toBeVisible();
    await expect(till.page.getByText(/已查询，尚无结果/)).toBeVisible();
    await expect(till.button('重新扫码')).toBeHidden();
    await pass(61_000);
    await expect(till.heading).toHaveText('结果未知');
    expect(headings).toEqual(['正在确认结果', '结果未知']);
    expect(pos.charges()).toEqual([]);
    expect(pos.count(BILL)).toBe(1);
  });
}

test('a refusal before any work: staff may scan again at once', async ({ till, pos, customer }) => {
  const statuses = [400, 404, 405, 413, 415, 422];
  await till.start();
  await till.startScan();
  for (const [index, status] of statuses.entries()) {
    pos.fault('http-status', { status });
    const code = customer.newCode();
    await till.scan(code);
    // The page of this refusal, not still that of the one before.
    const masked = `${code.slice(0, 2)}${'*'.repeat(14)}${code.slice(-2)}`;
    await expect(till.fact('付款码')).toHaveText(masked);
    await expect(till.heading).toHaveText('收款失败');
    await expect(
      till.text('服务器拒绝了这次请求，未扣款。请核对单号和金额，再重新扫码'),
    ).toBeVisible();
    expect(pos.count(BILL)).toBe(index + 1);
    await till.button('重新扫码').click();
  }
  expect(pos.charges()).toEqual([]);
  await till.scan(customer.newCode());
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toHaveLength(1);
});

test('collected without a tag: MainRow is asked before a page is chosen', async ({
  till,
  pos,
  customer,
}) => {
  await till.start();
  pos.fault('no-tag');
  pos.fault('delayed', { target: 'main-row', ms: 800, afterBarcode: true });
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('款项已收到');
  await expect(till.heading).toHaveText('收款成功');
  await expect(till.text('按单据状态')).toBeHidden();
  expect(pos.charges()).toHaveLength(1);
});

test('queries that fail for a while delay the word, nothing else', async ({
  till,
  pos,
  customer,
  headings,
}) => {
  await till.start();
  pos.fault('error-after');
  pos.fault('error-before', { target: 'main-row', times: 2, afterBarcode: true });
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('收款成功');
  expect(headings).toEqual(['正在确认结果', '收款成功']);
  expect(pos.charges()).toHaveLength(1);
});
