import { type FakePhone, fakePhone } from '../support/fakes/services';
import { renderPage, type RenderedPage, settle } from '../support/simulate';
import { envelope } from '../support/world/fake-http';
import { refuseSessionOf } from '../support/world/refuse-session';

let phone: FakePhone;

async function open(): Promise<RenderedPage> {
  phone = await fakePhone();
  const page = await renderPage('pages/login/login', { services: phone.services });
  await settle();
  return page;
}

async function signIn(page: RenderedPage, user: string, password: string): Promise<void> {
  await page.input('用户名', user);
  await page.input('密码', password);
  await page.tap('登录');
  await settle();
}

test('shows which server it signs in to', async () => {
  expect((await open()).texts()).toContain('http://127.0.0.1:8610');
});

test('signs in, forgets the password and goes back', async () => {
  const page = await open();
  phone.answer = () => envelope(0, { token: '', username: '1001', nickname: '王小明' });
  await signIn(page, ' 1001 ', '123456');
  expect(phone.services.session.current()).toMatchObject({ user: '1001', nickname: '王小明' });
  expect(phone.moves).toEqual(['close']);
  expect(JSON.stringify(page.instance['data'])).not.toContain('123456');
  expect(phone.requests[0]?.headers['Authorization']).toMatch(/^Hawk id="1001"/);
  expect(JSON.stringify(phone.requests)).not.toContain('123456"');
});

test.each([
  ['', '123456', '请输入用户名'],
  ['1001', '', '请输入密码'],
  ['王小明', '123456', '用户名只能用英文字母、数字和常用符号，请向管理员要一个这样的用户名'],
])('refuses %j / %j before anything is sent: %s', async (user, password, words) => {
  const page = await open();
  await signIn(page, user, password);
  expect(page.texts()).toContain(words);
  expect(phone.requests).toEqual([]);
});

test('says that user name or password is wrong, and lets staff try again', async () => {
  const page = await open();
  phone.answer = () => ({ kind: 'answer', status: 401, headers: {}, body: '' });
  await signIn(page, '1001', 'wrong');
  expect(page.texts()).toContain('用户名或密码不对');
  phone.answer = () => envelope(0, { token: '', username: '1001', nickname: '' });
  await signIn(page, '1001', '123456');
  expect(phone.moves).toEqual(['close']);
});

test('two taps sign in once', async () => {
  const page = await open();
  await page.input('用户名', '1001');
  await page.input('密码', '123456');
  const button = page.get('登录');
  await Promise.all([button.tap(), button.tap()]);
  await settle();
  expect(phone.requests).toHaveLength(1);
});

test('the password is shown and hidden; its words go on and nothing typed is lost', async () => {
  const page = await open();
  await page.input('密码', '123456');
  expect(page.get('密码').attribute('password')).toBe(true);
  await page.tap('显示密码');
  expect(page.get('密码').attribute('password')).toBe(false);
  await page.tap('隐藏密码');
  expect(page.get('密码').attribute('password')).toBe(true);
  expect(page.find('隐藏密码')).toBeUndefined();
  await page.input('用户名', '1001');
  await page.tap('登录');
  await settle();
  expect(phone.requests).toHaveLength(1);
});

test("the keyboard's key leads to the password, then signs in", async () => {
  const page = await open();
  await page.input('用户名', '1001');
  await page.get('用户名').trigger('confirm', { value: '1001' });
  expect(page.get('密码').attribute('focus')).toBe(true);
  await page.input('密码', '123456');
  await page.get('密码').trigger('blur', { value: '123456' });
  expect(page.get('密码').attribute('focus')).toBe(false);
  await page.get('密码').trigger('confirm', { value: '123456' });
  await settle();
  expect(phone.requests).toHaveLength(1);
});

test('while signing in the server stays', async () => {
  const page = await open();
  let answer: (outcome: ReturnType<typeof envelope>) => void = () => undefined;
  phone.answer = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  await signIn(page, '1001', '123456');
  expect(page.texts()).toContain('正在登录…');
  await page.tap('更换服务器');
  expect(page.find('服务器地址')).toBeUndefined();
  answer(envelope(0, { token: '', username: '1001', nickname: '' }));
  await settle();
  expect(phone.moves).toEqual(['close']);
});

test('signed in when another page has taken the place of this one: that page stays', async () => {
  const page = await open();
  let answer: (outcome: ReturnType<typeof envelope>) => void = () => undefined;
  phone.answer = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  await signIn(page, '1001', '123456');
  await page.unload();
  answer(envelope(0, { token: '', username: '1001', nickname: '' }));
  await settle();
  expect(phone.services.session.current()?.user).toBe('1001');
  expect(phone.moves).toEqual([]);
});

describe('another server', () => {
  const OTHER = 'http://192.168.1.5:8610';

  test('is kept, and the app starts anew', async () => {
    const page = await open();
    await page.tap('更换服务器');
    expect(page.get('服务器地址').attribute('value')).toBe('http://127.0.0.1:8610');
    expect(page.find('密码')).toBeUndefined();
    await page.input('服务器地址', OTHER);
    await page.tap('更换并重新打开');
    await settle();
    expect(phone.moves).toEqual(['restart pages/collect/collect']);
    expect(phone.stored.get('chosenServer')).toBe(OTHER);
  });

  test('until the app has started anew nobody signs in, on this page or the next', async () => {
    const page = await open();
    await page.tap('更换服务器');
    await page.input('服务器地址', OTHER);
    await page.get('服务器地址').trigger('confirm', { value: OTHER });
    await settle();
    for (const one of [page, await renderPage('pages/login/login', { services: phone.services })]) {
      expect(one.texts()).toContain('服务器已更换，请关闭小程序后重新打开');
      for (const name of ['用户名', '登录', '更换服务器']) expect(one.find(name)).toBeUndefined();
    }
  });

  test.each([
    ['pos.example.com', '地址不对'],
    ['http://pos.example.com', '必须以 https'],
    ['http://127.0.0.1:8610', '就是这个服务器'],
  ])('%s is refused in words', async (text, said) => {
    const page = await open();
    await page.tap('更换服务器');
    await page.input('服务器地址', text);
    await page.tap('更换并重新打开');
    await settle();
    expect(page.text()).toContain(said);
    expect(phone.moves).toEqual([]);
    await page.tap('取消');
    expect(page.text()).not.toContain(said);
    expect(page.find('用户名')).toBeDefined();
  });

  test('is not offered in trial and release', async () => {
    phone = await fakePhone();
    const serverChange = { ...phone.services.serverChange, offered: false };
    const page = await renderPage('pages/login/login', {
      services: { ...phone.services, serverChange },
    });
    expect(page.find('更换服务器')).toBeUndefined();
  });
});

test('says why staff must sign in again', async () => {
  phone = await fakePhone();
  phone.answer = () => envelope(0, { token: '', username: '1001', nickname: '' });
  await phone.services.session.signIn('1001', '123456');
  await refuseSessionOf(phone);
  const page = await renderPage('pages/login/login', { services: phone.services });
  expect(page.texts()).toContain('登录已失效，请重新登录。未确认的收款不会丢失。');
});
