import { BILL, expect, test } from './support';

test('the phone is on the wrong day: Login learns the server’s clock, and the payment is made', async ({
  till,
  pos,
  customer,
}) => {
  pos.change({ clockOffsetMs: 86_400_000 + 600_000 });
  await till.start();
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.outcomes('login')).toHaveLength(2);
  expect(pos.outcomes('main-row')).not.toContain('401');
  expect(pos.count(BILL)).toBe(1);
});
