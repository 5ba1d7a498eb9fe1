import { BILL, expect, test } from './support';

const WARNING = '网络较弱，收款结果可能要多等一会儿';

test('a weak network: told in words, nothing refused, collected once', async ({
  till,
  pos,
  customer,
  headings,
}) => {
  await till.start();
  await expect(till.text(WARNING)).toBeHidden();
  await till.phone.weakNetwork(true);
  await expect(till.text(WARNING)).toBeVisible();
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('收款成功');
  expect(headings).toEqual(['正在确认结果', '收款成功']);
  expect(pos.charges()).toHaveLength(1);
  expect(pos.count(BILL)).toBe(1);

  await till.button('下一单').click();
  await expect(till.text(WARNING)).toBeVisible();
  await till.phone.weakNetwork(false);
  await expect(till.text(WARNING)).toBeHidden();
});

test('the network grows weak while the call is out: no request is lost', async ({
  till,
  pos,
  customer,
  headings,
}) => {
  await till.start();
  pos.fault('delayed', { ms: 3_000 });
  await till.collect({ code: customer.code() });
  await expect.poll(() => pos.charges()).toHaveLength(1);
  await till.phone.weakNetwork(true);
  await expect(till.heading).toHaveText('收款成功');
  // By the call's own answer: a weak network cancels nothing.
  expect((await till.phone.attempts()).map(({ proof }) => proof)).toEqual(['answer']);
  expect(headings).toEqual(['正在确认结果', '收款成功']);
  expect(pos.count(BILL)).toBe(1);
});
