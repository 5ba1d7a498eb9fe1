import { expect, test } from './support';

test('a double tap passes a handler that is guarded by data only', async ({ open, page }) => {
  await open();
  await page.getByRole('button', { name: '计数' }).dblclick();
  await expect(page.getByText('点了 2 次')).toBeVisible();
  await expect(page.getByRole('button', { name: '计数' })).toBeDisabled();
});

test('a disabled button takes the tap and tells nobody', async ({ open, page }) => {
  await open();
  const count = page.getByRole('button', { name: '计数' });
  await count.click();
  await expect(count).toBeDisabled();
  await count.click({ force: true });
  await page.waitForTimeout(100);
  await expect(page.getByText('点了 1 次')).toBeVisible();
  await page.getByRole('button', { name: '放开' }).click();
  await expect(count).toBeEnabled();
});

test('setData refuses what JSON cannot carry and names the place', async ({ open, page }) => {
  await open();
  await page.getByRole('button', { name: '坏数据' }).click();
  await expect(page.getByText('items[0].name 是 undefined')).toBeVisible();
  await expect(page.getByText('一', { exact: true })).toBeVisible();
});

test('taps bubble through the page, and catch: stops them', async ({ open, page }) => {
  await open();
  await page.getByRole('button', { name: '冒泡' }).click();
  await expect(page.getByText('冒泡 内;中;外;')).toBeVisible();
  await page.getByRole('button', { name: '拦住' }).click();
  await expect(page.getByText('冒泡 内;中;外;拦;')).toBeVisible();
});

test('keys and clicks without a pointer tap as well', async ({ open, page }) => {
  await open();
  await page.getByRole('button', { name: '计数' }).press('Enter');
  await expect(page.getByText('点了 1 次')).toBeVisible();
  await page.getByRole('button', { name: '放开' }).dispatchEvent('click');
  await expect(page.getByRole('button', { name: '计数' })).toBeEnabled();
});

test('input and confirm reach the app', async ({ open, page }) => {
  await open();
  const field = page.getByLabel('文字');
  await field.fill('青菜');
  await expect(page.getByText('写了 青菜')).toBeVisible();
  await field.press('Enter');
  await expect(page.getByText('确认 青菜')).toBeVisible();
});

test('a component tells its page of a change', async ({ open, page }) => {
  await open();
  await page.getByRole('button', { name: '计数' }).click();
  await page.getByRole('button', { name: '组件 0' }).click();
  await expect(page.getByRole('button', { name: '组件 1' })).toBeVisible();
  await expect(page.getByRole('button', { name: '计数' })).toBeEnabled();
});

test('the app sees nothing of the browser; npm code runs without it', async ({ open, page }) => {
  await open();
  await expect(page.getByText('全局：无')).toBeVisible();
  await expect(page.getByText('摘要：ba7816bf8f01cfea414140de5dae2223')).toBeVisible();
});

test('setData is counted', async ({ open, page }) => {
  await open();
  await page.evaluate(() => window.__simulator.setDataLog.reset());
  await page.getByRole('button', { name: '放开' }).click();
  await expect.poll(() => page.evaluate(() => window.__simulator.setDataLog.count)).toBe(1);
  expect(await page.evaluate(() => window.__simulator.setDataLog.bytes)).toBe(
    '{"busy":false}'.length,
  );
});
