import { expect, test as base } from '@playwright/test';
import { startSimulator, type RunningSimulator } from '../../../simulator/server/start';
import './support';

/** The real cashier, on a port of its own. */
const test = base.extend<object, { cashier: RunningSimulator }>({
  cashier: [
    async ({ browserName: _ }, use) => {
      const running = await startSimulator({ port: 0, watch: false });
      await use(running);
      await running.close();
    },
    { scope: 'worker' },
  ],
});

test.use({ viewport: { width: 1440, height: 1000 } });

test('following the words on the page collects a payment', async ({ page, cashier }) => {
  await page.goto(cashier.url);
  const steps = page.getByRole('list', { name: '第一次收款' });
  await expect(steps).toContainText('用户名 1001，密码 123456');
  const phone = page.frameLocator('iframe[title="收银台"]');
  await phone.getByLabel('用户名').fill('1001');
  await phone.getByLabel('密码').fill('123456');
  await phone.getByRole('button', { name: '登录' }).click();
  await phone.getByLabel('售货单号').fill('XS20261122001');
  await phone.getByLabel('售货单号').press('Enter');
  await expect(phone.getByText('28.00').first()).toBeVisible();
  await phone.getByRole('button', { name: '2', exact: true }).click();
  await phone.getByRole('button', { name: '8', exact: true }).click();
  await phone.getByRole('button', { name: '扫码收款' }).click();
  await phone.getByRole('button', { name: '扫客人手机' }).click();
  await expect(phone.getByText('收款成功').last()).toBeVisible();
  expect(cashier.sandbox.state().ledger).toHaveLength(1);
});

test('the tools act on the cashier’s phone', async ({ page, cashier }) => {
  await page.goto(cashier.url);
  const phone = page.frame({ url: /\/cashier$/ });
  await page.frameLocator('iframe[title="收银台"]').locator('wx-page').last().waitFor();
  await page.getByRole('button', { name: '断网' }).click();
  expect(await phone?.evaluate(() => window.__simulator.network)).toBe('none');
  await page.getByRole('button', { name: '切后台' }).click();
  await page.getByRole('button', { name: '回前台' }).click();
  await expect(page.getByRole('button', { name: '切后台' })).toBeVisible();
  await page.getByLabel('扫码后').selectOption('iOS 次序');
  expect(await phone?.evaluate(() => window.__simulator.scanOrder)).toBe('ios');
});

test('a page that is gone leads where the app says', async ({ page, cashier }) => {
  await page.goto(`${cashier.url}/cashier?path=pages/gone/gone`);
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
});

test('another POS server: its address is shown, the sandbox’s phones are not', async ({ page }) => {
  const running = await startSimulator({
    port: 0,
    watch: false,
    posBaseUrl: 'http://127.0.0.1:9/',
  });
  try {
    await page.goto(running.url);
    await expect(page.getByText('http://127.0.0.1:9', { exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { name: '客人的手机' })).toBeHidden();
  } finally {
    await running.close();
  }
});
