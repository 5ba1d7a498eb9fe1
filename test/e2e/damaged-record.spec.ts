import type { Page } from '@playwright/test';
import { BILL, expect, OTHER_BILL, test } from './support';

/** Cuts the newest records of the bill's attempt in half, as a write that was cut off would. */
async function damage(page: Page, bill: string, slots: 'newest' | 'both'): Promise<void> {
  await page.evaluate(
    ({ bill, slots }) => {
      const sequence = (text: string): number =>
        (JSON.parse(JSON.parse(text) as string) as { sequence: number }).sequence;
      Object.entries(window.localStorage)
        .map(([key, text]) => ({ key, text: String(text) }))
        .filter(({ key, text }) => key.startsWith('wx:attempt:') && text.includes(bill))
        .sort((a, b) => sequence(b.text) - sequence(a.text))
        .slice(0, slots === 'newest' ? 1 : undefined)
        .forEach(({ key, text }) => {
          const record = JSON.parse(text) as string;
          window.localStorage.setItem(key, JSON.stringify(record.slice(0, record.length / 2)));
        });
    },
    { bill, slots },
  );
}

test('damaged and foreign records are counted and kept; the others are unharmed', async ({
  till,
  pos,
  pass,
  carefulCustomer,
}) => {
  await till.start();
  for (const payment of [
    { bill: OTHER_BILL, amount: '2' },
    { bill: BILL, amount: '28' },
  ]) {
    await till.collect({ ...payment, code: carefulCustomer.newCode() });
    await expect(till.heading).toHaveText('等待客人付款');
    await till.button('先收下一单').click();
  }
  await expect(till.text('2 笔收款待确认')).toBeVisible();
  // The oldest one: the customer of the damaged record never pays.
  carefulCustomer.cancel();
  await damage(till.page, OTHER_BILL, 'both');
  await damage(till.page, BILL, 'newest');
  await till.page.evaluate(() => {
    const future = JSON.stringify({ format: 99, sequence: 1, attempt: {} });
    window.localStorage.setItem('wx:attempt:future:1', JSON.stringify(future));
    window.localStorage.setItem('wx:attempt:garbage:0', '[1,2]');
  });
  const records = (): Promise<string[]> =>
    till.page.evaluate(() =>
      Object.keys(window.localStorage)
        .filter((key) => key.startsWith('wx:attempt:'))
        .sort(),
    );
  const before = await records();

  await till.page.reload();
  await till.signIn();
  const notice = till.text('3 条收款流水读不出，请联系技术支持，勿删除小程序');
  await expect(notice).toBeVisible();
  await till.button('1 笔收款待确认 查看').click();
  await expect(till.fact('售货单')).toHaveText(BILL);
  carefulCustomer.confirm();
  await pass(7_000);
  await expect(till.heading).toHaveText('收款成功');
  await till.button('下一单').click();
  await expect(notice).toBeVisible();

  await till.page.reload();
  await till.signIn();
  await expect(notice).toBeVisible();
  await expect(till.page.getByText(/笔收款待确认/)).toBeHidden();
  expect(await till.phone.attempts()).toMatchObject([{ bill: BILL, state: 'collected' }]);
  expect(await records()).toEqual(before);
  expect(pos.count(BILL)).toBe(1);
});
