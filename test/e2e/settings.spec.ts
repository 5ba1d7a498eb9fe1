import { BILL, expect, test } from './support';
import { smallTapTargets } from './support/tap-targets';

test('who, where, which version; the switches stay as they were left', async ({ till, shop }) => {
  await till.start();
  await till.button('设置').click();
  await expect(till.fact('登录用户')).toHaveText('王小明（1001）');
  await expect(till.fact('服务器')).toHaveText(shop.simulator.url);
  await expect(till.fact('版本')).toHaveText(/^\d+\.\d+\.\d+ 开发版$/);
  expect(await smallTapTargets(till.page)).toEqual([]);
  const sound = till.page.getByRole('switch', { name: '声音' });
  await expect(sound).toHaveAttribute('aria-checked', 'true');
  await sound.click();
  await expect(sound).toHaveAttribute('aria-checked', 'false');
  await expect(sound).toContainText('关');
  await till.open('pages/settings/settings');
  await expect(sound).toHaveAttribute('aria-checked', 'false');
  await expect(till.page.getByRole('switch', { name: '振动' })).toHaveAttribute(
    'aria-checked',
    'true',
  );
});

test('退出登录: refused while the answer is open; then what is undecided is named and stays', async ({
  till,
  pos,
  carefulCustomer,
}) => {
  await till.start();
  pos.fault('delayed', { ms: 3_000 });
  await till.collect({ code: carefulCustomer.code() });
  await till.button('先收下一单').click();
  await till.button('设置').click();
  await till.button('退出登录').click();
  await expect(till.text('有一笔收款正在等服务器应答，请等它有结果后再退出登录')).toBeVisible();

  await expect.poll(async () => (await till.phone.attempts())[0]?.state).toBe('awaiting');
  await till.button('退出登录').click();
  await expect(till.text('确定退出登录？')).toBeVisible();
  await expect(till.page.getByText(`1 笔收款待确认，会留在本机`)).toContainText(BILL);
  await till.button('确定退出').click();
  await expect(till.button('登录')).toBeVisible();
  await expect.poll(() => till.phone.pages()).toEqual(['collect', 'login']);
  await till.signIn('1002', '收银员@2024');
  await expect(till.button('1 笔收款待确认 查看')).toBeVisible();
  carefulCustomer.confirm();
  await expect(till.page.getByText(`${BILL} ¥28.00 已收款`)).toBeVisible();
});

test('加密自检: passes here, and shows the known answer for a test password', async ({ till }) => {
  await till.start();
  await till.button('设置').click();
  await till.button('加密自检').click();
  await expect(till.text('自检通过')).toBeVisible();
  await expect.poll(() => till.phone.pages()).toEqual(['collect', 'cipher-check']);
  const password = till.page.getByLabel('测试密码');
  await expect(password).toHaveAttribute('type', 'password');
  await till.button('计算').click();
  await expect(till.text('请输入测试密码')).toBeVisible();
  await password.fill('收银员@2024');
  await till.page.getByLabel('样例付款码').fill('134567890123456789');
  await till.button('计算').click();
  await expect(till.text('MuAMvgZH81SnRNs/+jM6xFluYqXU9mDp')).toBeVisible();
  await till.page.getByRole('radio', { name: 'utf8-ecb' }).click();
  await expect(till.text('aX/ED4FmK3O6891qo+d7w73AGLPS1AGv')).toBeVisible();
  expect(await smallTapTargets(till.page)).toEqual([]);
  await till.button('返回设置').click();
  await expect(till.button('退出登录')).toBeVisible();
});
