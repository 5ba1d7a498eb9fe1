import { BILL, expect, target, test } from './support';

/**
 * A case of its own: on a kept-alive connection that drops before an answer, Chromium sends the POST
 * again by itself, below the app and below wx.request. The app's part in surviving it is the nonce:
 * the same bytes carry the same nonce, so the server refuses the repetition.
 */
test('the browser repeats the POST: refused by its nonce, one charge, collected by query', async ({
  till,
  pos,
  customer,
  headings,
}) => {
  await till.start();
  const calls: string[] = [];
  till.page.on('request', (request) => {
    if (target(request).endsWith('/Barcode')) calls.push(request.method());
  });
  // The reads have left idle connections behind: one of them is used for the payment.
  await till.startScanWithIdleConnections();
  pos.fault('answer-lost');
  await till.scan(customer.code());
  await expect(till.heading).toHaveText('收款成功');
  await expect(till.text('按单据状态')).toBeVisible();

  // One wx.request, two deliveries.
  expect(calls).toEqual(['POST']);
  expect(pos.count(BILL)).toBe(2);
  expect(pos.outcomes('barcode')).toEqual(['errcode 0 · answer-lost', '401']);
  expect(pos.charges()).toMatchObject([{ billNumber: BILL, fen: 2800 }]);
  expect(headings).toEqual(['正在确认结果', '收款成功']);
  // The 401 was about the repetition, not about the session.
  expect(pos.outcomes('login')).toHaveLength(1);
  const [attempt] = await till.phone.attempts();
  expect(attempt?.history.map(({ cause }) => cause)).toContain('answer:unknown');
});

test('on a connection of its own there is nothing to repeat', async ({ till, pos, customer }) => {
  await till.start();
  pos.fault('answer-lost');
  await till.collectOnFreshConnection({ code: customer.code() });
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.count(BILL)).toBe(1);
  expect(pos.charges()).toHaveLength(1);
});
