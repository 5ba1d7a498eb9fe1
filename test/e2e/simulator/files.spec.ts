import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './support';

const tap = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

test('files are written, read, listed and removed, and outlive the app', async ({ open, page }) => {
  await open('pages/files/index');
  await tap(page, '读');
  await expect(page.getByText('readFile:fail no such file')).toContainText('1300002');
  await tap(page, '写');
  await expect(page.getByText('答 写好了')).toBeVisible();
  await page.reload();
  await tap(page, '读');
  await expect(page.getByText('答 读到 16')).toBeVisible();
  await tap(page, '列');
  await expect(page.getByText('答 有 note.csv')).toBeVisible();
  await tap(page, '删');
  await expect(page.getByText('答 删了')).toBeVisible();
  await tap(page, '删');
  await expect(page.getByText('unlink:fail no such file')).toBeVisible();
  await tap(page, '写到别处');
  await expect(page.getByText('writeFile:fail permission denied')).toContainText('1300013');
});

test('a phone without room refuses files, too', async ({ open, page }) => {
  await open('pages/files/index');
  await page.evaluate(() => window.__simulator.setStorageFault('full'));
  await tap(page, '写');
  await expect(page.getByText('writeFile:fail the maximum size')).toContainText('1300202');
});

test('a file is sent from a tap, arrives byte by byte, and the sheet can be left', async ({
  open,
  page,
}) => {
  await open('pages/files/index');
  await tap(page, '写');
  await tap(page, '发');
  const sheet = page.getByRole('dialog', { name: '模拟发送文件' });
  await expect(sheet).toContainText('笔记.csv');
  await sheet.getByRole('button', { name: '取消' }).click();
  await expect(page.getByText('shareFileMessage:fail cancel')).toBeVisible();

  await tap(page, '发');
  const arriving = page.waitForEvent('download');
  await sheet.getByRole('button', { name: '发送' }).click();
  const download = await arriving;
  expect(download.suggestedFilename()).toBe('笔记.csv');
  const bytes = await readFile(await download.path());
  expect(bytes.toString('utf8')).toBe('\uFEFF单号,金额\r\n一,1.00\r\n');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  await expect(page.getByText('答 发了')).toBeVisible();
});

test('a share that does not come from the tap itself is refused', async ({ open, page }) => {
  await open('pages/files/index');
  await tap(page, '写');
  await tap(page, '过后发');
  await expect(page.getByText('can only be invoked by user TAP gesture')).toBeVisible();
});

test('the clipboard: copied with a toast, or not, by the privacy question', async ({
  open,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open('pages/files/index');
  await tap(page, '抄');
  await expect(page.getByText('答 抄了')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '内容已复制' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('抄下来');
  await page.evaluate(() => window.__simulator.setPrivacy('refused'));
  await tap(page, '抄');
  await expect(page.getByText('is not authorized 104')).toBeVisible();
  await page.evaluate(() => window.__simulator.setPrivacy('undeclared'));
  await tap(page, '抄');
  await expect(page.getByText('is not declared in the privacy agreement 112')).toBeVisible();
});
