import { expect, test } from './support';

test.beforeEach(async ({ open }) => {
  await open('pages/vant/index');
});

test('a button fires once a tap; disabled and loading ones never do', async ({ page }) => {
  await page.getByRole('button', { name: '主要' }).click();
  await expect(page.getByText('点了 1 次')).toBeVisible();
  await page.getByRole('button', { name: '不能点' }).click({ force: true });
  await page.getByRole('button', { name: '稍等' }).click({ force: true });
  await page.waitForTimeout(100);
  await expect(page.getByText('点了 1 次')).toBeVisible();
});

test('a field and a native input in its slot', async ({ page }) => {
  await page.getByPlaceholder('请输入').fill('甲');
  await expect(page.getByText('名字 甲')).toBeVisible();
  await page.getByLabel('原生').fill('乙');
  await expect(page.getByText('名字 乙')).toBeVisible();
});

test('popup, toast and dialog', async ({ page }) => {
  await page.getByRole('button', { name: '弹层' }).click();
  await expect(page.getByText('弹层里')).toBeVisible();
  await page.mouse.click(195, 100);
  await expect(page.getByText('弹层里')).toBeHidden();
  await page.getByRole('button', { name: '吐司' }).click();
  await expect(page.locator('wx-van-toast').getByText('吐司')).toBeVisible();
  await page.getByRole('button', { name: '对话' }).click();
  await page.getByText('确认', { exact: true }).click();
  await expect(page.getByText('确认了')).toBeVisible();
});

test('nothing is fetched from elsewhere', async ({ page, simulator, open }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(simulator.url) && !request.url().startsWith('data:')) {
      foreign.push(request.url());
    }
  });
  await open('pages/vant/index');
  await page.waitForTimeout(300);
  expect(foreign).toEqual([]);
});
