import type { Page } from '@playwright/test';
import { BILL, expect, target, test } from './support';

/** Catches the barcode call on its way out of the app; `go` lets it through. */
async function holdBarcodeCall(page: Page): Promise<{ go: () => void; left: Promise<void> }> {
  let go = (): void => undefined;
  const gate = new Promise<void>((resolve) => (go = resolve));
  let leave = (): void => undefined;
  const left = new Promise<void>((resolve) => (leave = resolve));
  await page.route('**/__wx/request', async (route) => {
    if (target(route.request()).endsWith('/Barcode')) {
      leave();
      await gate;
    }
    // Gone with the page, when the app has been killed meanwhile.
    await route.continue().catch(() => undefined);
  });
  return { go, left };
}

test('the app is killed while the customer is asked: found again, ends as collected', async ({
  till,
  pos,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');

  await till.page.reload();
  await till.signIn();
  const banner = till.button('1 笔收款待确认 查看');
  await expect(banner).toBeVisible();
  await till.fillBill(BILL);
  await expect(till.text('该单有一笔待确认')).toBeVisible();
  await banner.click();
  await expect(till.heading).toHaveText('等待客人付款');
  carefulCustomer.confirm();
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toMatchObject([{ billNumber: BILL, fen: 2800 }]);
  expect(pos.count(BILL)).toBe(1);

  await till.page.reload();
  await till.signIn();
  await expect(till.button('扫码收款')).toBeVisible();
  await expect(banner).toBeHidden();
});

test('killed between the call and its answer', async ({ till, pos, customer }) => {
  await till.start();
  pos.fault('delayed', { ms: 20_000 });
  await till.collect({ code: customer.code() });
  await expect.poll(() => pos.charges()).toHaveLength(1);
  await till.page.reload();
  await till.signIn();
  await expect.poll(async () => (await till.phone.attempts())[0]?.state).toBe('collected');
  await expect(till.page.getByText(/笔收款待确认/)).toBeHidden();
  expect(pos.count(BILL)).toBe(1);
});

test('what is sent stands in the journal before it leaves', async ({ till, pos, customer }) => {
  await till.start();
  const call = await holdBarcodeCall(till.page);
  await till.collect({ code: customer.code() });
  await call.left;
  expect(await till.phone.journal()).toMatchObject([
    { bill: BILL, amount: 2800, state: 'submitted' },
  ]);
  expect(pos.count(BILL)).toBe(0);
  call.go();
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toHaveLength(1);
});

test('killed between the journal and the call: unknown, and blocked', async ({
  till,
  pos,
  customer,
}) => {
  await till.start();
  const call = await holdBarcodeCall(till.page);
  await till.collect({ code: customer.code() });
  await call.left;
  await till.page.reload();
  call.go();
  await till.signIn();
  await till.button('1 笔收款待确认 查看').click();
  await expect(till.heading).toHaveText('正在确认结果');
  await expect(till.page.getByText(/已查询，尚无结果/)).toBeVisible();
  expect(pos.count(BILL)).toBe(0);
  expect(pos.charges()).toEqual([]);
});

test('a damaged record is set aside and told', async ({ till, shop, page }) => {
  await page.goto(`${shop.simulator.url}/favicon.ico`);
  await page.evaluate(() => {
    window.localStorage.setItem('wx:attempt:abc:1', JSON.stringify('{"format":1,'));
  });
  await till.start();
  await expect(till.text('1 条收款流水读不出，请联系技术支持，勿删除小程序')).toBeVisible();
});
