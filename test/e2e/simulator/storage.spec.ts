import { expect, test } from './support';

test('storage outlives the app; a missing key fails', async ({ open, page }) => {
  await open();
  await page.getByRole('button', { name: '取', exact: true }).click();
  await expect(page.getByText('getStorage:fail data not found')).toBeVisible();
  await page.getByRole('button', { name: '存', exact: true }).click();
  await expect(page.getByText('存储 存好了')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: '取', exact: true }).click();
  await expect(page.getByText('存储 读到 存好了')).toBeVisible();
});

test('faults: a write that fails, a full phone, a write that never ends', async ({
  open,
  page,
}) => {
  await open();
  const store = page.getByRole('button', { name: '存', exact: true });
  await page.evaluate(() => window.__simulator.setStorageFault('write'));
  await store.click();
  await expect(page.getByText('setStorage:fail write failed')).toBeVisible();
  await page.evaluate(() => window.__simulator.setStorageFault('full'));
  await store.click();
  await expect(page.getByText('setStorage:fail storage limit reached')).toBeVisible();
  await page.evaluate(() => window.__simulator.setStorageFault('hang'));
  await store.click();
  await page.waitForTimeout(150);
  await expect(page.getByText('setStorage:fail storage limit reached')).toBeVisible();
  await page.evaluate(() => window.__simulator.setStorageFault('none'));
  await store.click();
  await expect(page.getByText('存储 存好了')).toBeVisible();
});

test('the server’s address is there before the app starts', async ({ open, page, upstream }) => {
  await open();
  const stored = await page.evaluate(() => localStorage.getItem('wx:developServer'));
  expect(stored).toBe(JSON.stringify(upstream.url));
});

test('toasts and dialogs are found by their words', async ({ open, page }) => {
  await open();
  await page.getByRole('button', { name: '提示' }).click();
  await expect(page.getByRole('status').filter({ hasText: '好了' })).toBeVisible();
  await page.getByRole('button', { name: '弹窗' }).click();
  await page.getByRole('dialog', { name: '确认' }).getByRole('button', { name: '取消' }).click();
  await expect(page.getByText('答案 否')).toBeVisible();
});
