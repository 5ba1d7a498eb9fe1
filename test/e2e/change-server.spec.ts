import { BILL, expect, test } from './support';

// Nothing listens there, and the phone would not let the app go there.
const NOWHERE = 'http://127.0.0.1:9';

test('to a wrong address and back: what is undecided waits for its own server', async ({
  till,
  page,
  shop,
  pos,
  carefulCustomer,
}) => {
  const own = shop.simulator.url;
  const change = async (address: string): Promise<void> => {
    await till.button('更换服务器').click();
    await page.getByLabel('服务器地址').fill(address);
    await till.button('更换并重新打开').click();
  };
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  await till.button('先收下一单').click();
  await till.button('设置').click();
  await till.button('退出登录').click();
  await till.button('确定退出').click();

  await change('http://pos.example.com');
  await expect(till.page.getByText('这个地址必须以 https:// 开头')).toBeVisible();
  await till.button('取消').click();
  await change(NOWHERE);
  await expect(till.text(NOWHERE)).toBeVisible();
  await expect(till.button('登录')).toBeVisible();
  expect(await till.phone.signedIn()).toBeNull();
  await page.getByLabel('用户名').fill('1001');
  await page.getByLabel('密码').fill('123456');
  await till.button('登录').click();
  await expect(till.text('服务器地址不在小程序的合法域名中，请联系管理员')).toBeVisible();
  await page.getByRole('button', { name: '返回', exact: true }).click();
  await expect(till.text(`另有 1 笔收款待处理，属于服务器 ${own}，换回后继续查询`)).toBeVisible();
  await expect(till.page.getByText('笔收款待确认')).toBeHidden();
  // Also over a restart.
  carefulCustomer.confirm();
  await page.reload();
  await expect(till.text(NOWHERE)).toBeVisible();
  await expect
    .poll(() => till.phone.attempts())
    .toMatchObject([{ state: 'awaiting', server: own }]);

  await change('');
  await expect(till.text(own)).toBeVisible();
  await till.signIn();
  await expect.poll(async () => (await till.phone.attempts())[0]?.state).toBe('collected');
  await expect(till.page.getByText('另有 1 笔')).toBeHidden();
  expect(pos.count(BILL)).toBe(1);
  expect(pos.outcomes('login')).toHaveLength(2);
});
