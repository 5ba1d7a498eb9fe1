import { expect, test } from './support';

test('app.ts comes before page modules, components before their page', async ({ open, log }) => {
  await open('pages/home/index', 'bill=A%201');
  await expect.poll(log).toContain('home onReady');
  expect(await log()).toEqual([
    'app module',
    'app onLaunch pages/home/index',
    'app onShow',
    'home module',
    'home attached',
    'counter attached',
    'home onLoad {"bill":"A 1"}',
    'home onShow',
    'home pageLifetimes.show',
    'counter pageLifetimes.show',
    'home onReady',
  ]);
});

test('navigateTo hides the old page before the new one loads', async ({ open, page, log }) => {
  await open();
  await page.getByRole('button', { name: '前往' }).click();
  await expect(page.getByText('第二页 {"from"')).toBeVisible();
  await expect.poll(log).toContain('second onReady');
  const entries = await log();
  expect(entries.slice(entries.indexOf('home onHide'))).toEqual([
    'home onHide',
    'home pageLifetimes.hide',
    'second module',
    'second onLoad {"from":"home","text":"你好"}',
    'second onShow',
    'navigateTo success',
    'second onReady',
  ]);
  expect(await page.evaluate(() => window.__simulator.pageStack())).toEqual([
    { route: 'pages/home/index', options: {} },
    { route: 'pages/second/index', options: { from: 'home', text: '你好' } },
  ]);
});

test('redirectTo unloads the old page before the new one loads', async ({ open, page, log }) => {
  await open();
  await page.getByRole('button', { name: '替换' }).click();
  await expect.poll(log).toContain('second onReady');
  const entries = await log();
  const place = (entry: string): number => entries.indexOf(entry);
  expect(place('home onUnload')).toBeGreaterThan(-1);
  expect(place('home onUnload')).toBeLessThan(place('second onLoad {}'));
  expect(entries).toContain('home detached');
  await expect(page.getByRole('button', { name: '返回首页' })).toBeVisible();
});

test('going back unloads the page and shows the one below', async ({ open, page, log }) => {
  await open();
  await page.getByRole('button', { name: '前往' }).click();
  await page.getByRole('button', { name: '返回', exact: true }).click();
  await expect(page.getByRole('heading', { name: '首页' })).toBeVisible();
  const entries = await log();
  expect(entries.slice(entries.indexOf('second onUnload'))).toEqual([
    'second onUnload',
    'home onShow',
    'home pageLifetimes.show',
    'counter pageLifetimes.show',
  ]);
});

test('an eleventh page and an unknown page are refused', async ({ open, page, log }) => {
  await open('pages/second/index');
  for (let depth = 2; depth <= 10; depth += 1) {
    await page.getByRole('button', { name: '再进一层' }).click();
    await expect.poll(() => page.evaluate(() => window.__simulator.pageStack().length)).toBe(depth);
  }
  await page.getByRole('button', { name: '再进一层' }).click();
  await page.getByRole('button', { name: '没有的页' }).click();
  await expect.poll(log).toContain('navigateTo:fail webview count limit exceed: 10');
  await expect.poll(log).toContain('navigateTo:fail page "pages/none/index" is not found');
  await page.getByRole('button', { name: '重开' }).click();
  await expect(page.getByText('点了 0 次')).toBeVisible();
  expect(await page.evaluate(() => window.__simulator.pageStack().length)).toBe(1);
});

test('the background hides the app; its script stops and goes on later', async ({
  open,
  page,
  log,
}) => {
  await open();
  await page.evaluate(() => window.__simulator.hide(50));
  await page.waitForTimeout(150);
  await expect(page.getByText('小程序已挂起')).toBeVisible();
  // What lies over the app takes every tap; an event of the phone's own still waits for the return.
  await page.getByRole('button', { name: '计数' }).dispatchEvent('click');
  await page.waitForTimeout(150);
  await expect(page.getByText('点了 0 次')).toBeVisible();
  await page.evaluate(() => window.__simulator.show());
  await expect(page.getByText('点了 1 次')).toBeVisible();
  const entries = await log();
  expect(entries.slice(entries.indexOf('home onHide'))).toEqual([
    'home onHide',
    'home pageLifetimes.hide',
    'app onHide',
    'app onShow',
    'home onShow',
    'home pageLifetimes.show',
    'counter pageLifetimes.show',
  ]);
});

test('the capsule leaves the app', async ({ open, page, log }) => {
  await open();
  const capsule = page.locator('.sim-capsule:visible');
  await capsule.click({ position: { x: 20, y: 16 } });
  expect(await page.evaluate(() => window.__simulator.state)).toBe('foreground');
  await capsule.click({ position: { x: 66, y: 16 } });
  await expect(page.getByText('小程序在后台')).toBeVisible();
  expect((await log()).slice(-1)).toEqual(['app onHide']);
  await page.getByRole('button', { name: '回前台' }).click();
  expect(await page.evaluate(() => window.__simulator.state)).toBe('foreground');
});

test('a killed app starts cold', async ({ open, page, log }) => {
  await open();
  await page.getByRole('button', { name: '计数' }).click();
  await expect(page.getByText('点了 1 次')).toBeVisible();
  await Promise.all([page.waitForEvent('load'), page.evaluate(() => window.__simulator.kill())]);
  await expect(page.getByText('点了 0 次')).toBeVisible();
  expect((await log())[0]).toBe('app module');
});
