import { expect } from './support';
import { startProgram } from './support/programs';
import { test } from '@playwright/test';
import type { Snapshot } from '../../sandbox';

// Two programs in two processes, started as the README says; the judge shares no code with the app.
test('POS_BASE_URL: a bill is collected against a server of its own', async ({ page, request }) => {
  const server = await startProgram('sandbox/main.ts', { PORT: '0' });
  const simulator = await startProgram('simulator/main.ts', {
    PORT: '0',
    POS_BASE_URL: server.url,
  });
  const state = async (base: string): Promise<Snapshot> =>
    (await (await request.get(`${base}/sandbox/state`)).json()) as Snapshot;
  try {
    expect(simulator.url).not.toBe(server.url);
    await page.goto(`${simulator.url}/cashier`);
    await expect(page.getByText(server.url)).toBeVisible();
    await page.getByLabel('用户名').fill('1001');
    await page.getByLabel('密码').fill('123456');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByLabel('售货单号').fill('XS20261122008');
    await page.getByRole('button', { name: '2', exact: true }).click();
    await page.getByRole('button', { name: '扫码收款' }).click();
    const [customer] = (await state(server.url)).customers;
    await page.getByLabel('条码内容').fill(customer?.code.text ?? '');
    await page.getByRole('button', { name: '确定' }).click();
    await expect(page.locator('wx-page [role=heading]:visible')).toHaveText('收款成功');
    const charge = { billNumber: 'XS20261122008', fen: 200, by: '1001' };
    expect((await state(server.url)).ledger).toMatchObject([charge]);
    // The simulator's own sandbox has seen nothing of it.
    expect((await state(simulator.url)).recentCalls).toEqual([]);
  } finally {
    await simulator.stop();
    await server.stop();
  }
});
