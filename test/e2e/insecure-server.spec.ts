import { expect, test } from './support';

test('http to a server that is not local: one page says why, nothing is sent, nobody signs in', async ({
  till,
  page,
  pos,
}) => {
  await page.route('**/__sim/settings.json', async (route) => {
    await route.fulfill({ json: { posBaseUrl: 'http://pos.example.com/erp' } });
  });
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/__wx/request')) asked.push(request.url());
  });
  await till.open();
  await expect(till.heading).toHaveText('服务器不能使用');
  await expect(till.fact('服务器')).toHaveText('http://pos.example.com/erp');
  await expect(page.getByLabel('用户名')).toHaveCount(0);
  expect(asked).toEqual([]);
  expect(pos.outcomes('login')).toEqual([]);
  // WeChat's home key: the home page has nothing to show, and leads back.
  await page.locator('wx-page:visible').evaluate((node) => {
    node.id = 'before';
  });
  await page.getByRole('button', { name: '返回首页' }).click();
  await expect(page.locator('#before')).toHaveCount(0);
  await expect.poll(() => till.phone.pages()).toEqual(['refused']);
  await expect(till.heading).toHaveText('服务器不能使用');
  // There is no app to compare with the server.
  await page.goto('about:blank');
});
