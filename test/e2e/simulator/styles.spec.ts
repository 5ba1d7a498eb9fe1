import type { Page } from '@playwright/test';
import { expect, test } from './support';

const colour = (page: Page, text: string): Promise<string> =>
  page.getByText(text, { exact: true }).evaluate((node) => getComputedStyle(node).color);

const PLAIN = 'rgb(17, 17, 17)';
const APP = 'rgb(1, 2, 3)';
const PAGE = 'rgb(10, 20, 30)';
const OWN = 'rgb(40, 50, 60)';

test.beforeEach(async ({ open }) => {
  await open('pages/styles/index');
});

test('page and app styles reach the page', async ({ page }) => {
  expect(await colour(page, '页面')).toBe(PAGE);
  expect(await colour(page, '页面 app')).toBe(APP);
});

test('an isolated component: nothing leaks in, nothing leaks out', async ({ page }) => {
  expect(await colour(page, 'isolated 里的 page')).toBe(PLAIN);
  expect(await colour(page, 'isolated 里的 app')).toBe(PLAIN);
  expect(await colour(page, 'isolated 里的 shared')).toBe(PLAIN);
  expect(await colour(page, 'isolated 自己')).toBe(OWN);
  expect(await colour(page, '页面 isolated')).toBe(PLAIN);
});

test('an external class carries the page’s style into it', async ({ page }) => {
  expect(await colour(page, 'isolated 外部类')).toBe(PAGE);
});

test('addGlobalClass: styles leak in, and none out', async ({ page }) => {
  expect(await colour(page, 'applied 里的 page')).toBe(PAGE);
  expect(await colour(page, 'applied 里的 app')).toBe(APP);
  expect(await colour(page, 'applied 里的 shared')).toBe(OWN);
  expect(await colour(page, '页面 applied')).toBe(PLAIN);
});

test('shared: styles leak in both directions', async ({ page }) => {
  expect(await colour(page, 'shared 里的 page')).toBe(PAGE);
  expect(await colour(page, 'shared 自己')).toBe(OWN);
  expect(await colour(page, '页面 shared')).toBe(OWN);
});

test(':host, a class on the component and rpx', async ({ page }) => {
  const host = page.locator('wx-isolated');
  await expect(host).toHaveCSS('display', 'block');
  await expect(host).toHaveCSS('border-top-color', 'rgb(9, 9, 9)');
  // 10 of 750 on a phone of 390 px.
  await expect(host).toHaveCSS('padding-top', '5.2px');
});

test('dark: media queries and theme variables', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await colour(page, 'isolated 里的 page')).toBe('rgb(238, 238, 238)');
  await page.reload();
  await expect(page.locator('.sim-nav')).toHaveCSS('background-color', 'rgb(25, 25, 25)');
});

test('the font size set in WeChat: at once, on the next page and after a restart', async ({
  page,
  open,
}) => {
  const size = (text: string): Promise<string> =>
    page
      .getByText(text, { exact: true })
      .last()
      .evaluate((node) => getComputedStyle(node).fontSize);
  expect([await size('页面'), await size('字号')]).toEqual(['16px', '24px']);
  await page.evaluate(() => {
    window.__simulator.setFontSize(26);
  });
  expect([await size('页面'), await size('字号')]).toEqual(['26px', '39px']);
  await open('pages/styles/index');
  await expect.poll(() => size('字号')).toBe('39px');
  // A page without page-meta keeps the standard.
  await open('pages/home/index');
  await expect(page.locator('html')).toHaveCSS('font-size', '16px');
});
