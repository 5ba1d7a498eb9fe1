import { settings } from '../../miniprogram/config/settings';
import { type FakePhone, fakePhone } from '../support/fakes/services';
import { renderPage, type RenderedPage, settle } from '../support/simulate';
import { envelope } from '../support/world/fake-http';

const CODE = '134567890123456789';

let phone: FakePhone;

async function open(prepare: (phone: FakePhone) => void = () => undefined): Promise<RenderedPage> {
  phone = await fakePhone();
  phone.answer = () => envelope(0, { token: '', username: '1001', nickname: '王小明' });
  await phone.services.session.signIn('1001', '123456');
  prepare(phone);
  const page = await renderPage('pages/cipher-check/cipher-check', { services: phone.services });
  await settle();
  return page;
}

async function type(page: RenderedPage, password: string, code: string): Promise<void> {
  await page.input('测试密码', password);
  await page.input('样例付款码', code);
}

test('runs the known answers, and says which profile is in force', async () => {
  const page = await open();
  expect(page.texts()).toEqual(expect.arrayContaining(['自检通过', '8 组已知答案全部一致']));
  expect(page.get(settings.cipherProfile).text()).toContain('当前使用');
  expect(page.texts().filter((text) => text === '当前使用')).toHaveLength(1);
});

test('an engine that goes wrong: says which profile, and what to do', async () => {
  const page = await open(({ services }) => {
    jest.spyOn(services.cipherCheck, 'selfTest').mockReturnValue(['sha256-ecb']);
  });
  expect(page.texts()).toEqual(
    expect.arrayContaining([
      '自检不通过',
      'sha256-ecb：本机加密结果不对，请勿收款，请联系技术支持',
    ]),
  );
});

test('KEY and cipher text of a test password; another profile is a look only', async () => {
  const page = await open();
  await type(page, '收银员@2024', CODE);
  await page.tap('计算');
  expect(page.text()).toContain('KEY F3D5A1A27A11EE5783FB2F97F9C526D4');
  expect(page.text()).toContain('密文 MuAMvgZH81SnRNs/+jM6xFluYqXU9mDp');
  await page.tap('utf8-ecb');
  expect(page.text()).toContain('密文 aX/ED4FmK3O6891qo+d7w73AGLPS1AGv');
  expect(page.get('sha256-ecb').text()).toContain('当前使用');
  expect(phone.services.settings.cipherProfile).toBe('sha256-ecb');
  expect(phone.services.cipherCheck.profile).toBe('sha256-ecb');
});

test.each([
  ['', CODE, '请输入测试密码'],
  ['test', '1345', '样例付款码须为 18 位数字'],
  ['123456', CODE, '这是您的登录密码，请换一个测试密码'],
])('%j and %j: %s', async (password, code, words) => {
  const page = await open();
  await type(page, password, code);
  await page.tap('计算');
  expect(page.texts()).toContain(words);
  expect(page.find('密文')).toBeUndefined();
  expect(page.text()).not.toContain('E10ADC3949BA59ABBE56E057F20F883E');
});

test('a result goes away with the words it was made of; nothing is stored or sent', async () => {
  const page = await open();
  const [requests, stored] = [phone.requests.length, phone.stored.size];
  await type(page, 'test', CODE);
  await page.tap('计算');
  expect(page.find('密文')).toBeDefined();
  await page.input('测试密码', 'tes');
  expect(page.find('密文')).toBeUndefined();
  await page.unload();
  expect(JSON.stringify(page.instance['data'])).not.toContain('tes"');
  expect([phone.requests.length, phone.stored.size]).toEqual([requests, stored]);
});

test('back to the settings', async () => {
  const page = await open();
  await page.tap('返回设置');
  expect(phone.moves).toEqual(['replace /pages/settings/settings']);
});
