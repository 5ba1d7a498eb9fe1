import type { Attempt } from '../../miniprogram/core/attempt';
import type { BillNumber } from '../../miniprogram/core/bill';
import { fakeAttempt } from '../support/fakes/attempt';
import { type FakePhone, fakePhone } from '../support/fakes/services';
import { renderPage, type RenderedPage, settle } from '../support/simulate';
import { envelope } from '../support/world/fake-http';

let phone: FakePhone;

async function open(signIn: boolean, ...attempts: readonly Attempt[]): Promise<RenderedPage> {
  phone = await fakePhone(attempts);
  phone.answer = () => envelope(0, { token: '', username: '1001', nickname: '王小明' });
  if (signIn) await phone.services.session.signIn('1001', '123456');
  const page = await renderPage('pages/settings/settings', { services: phone.services });
  await settle();
  return page;
}

test('who is signed in, which server, which version', async () => {
  const page = await open(true);
  expect(page.text()).toContain(
    '登录用户 王小明（1001） 服务器 http://127.0.0.1:8610 版本 0.1.0 开发版',
  );
});

test('nobody is signed in: leads to the sign-in page', async () => {
  const page = await open(false);
  expect(page.text()).toContain('登录用户 未登录');
  expect(page.find('退出登录')).toBeUndefined();
  await page.tap('登录');
  expect(phone.moves).toEqual(['replace /pages/login/login']);
});

test.each([
  ['声音', 'sound'],
  ['振动', 'vibration'],
] as const)('%s: off and on again, kept on the phone', async (label, name) => {
  const page = await open(true);
  expect(page.get(label).attribute('aria-checked')).toBe(true);
  await page.tap(label);
  expect(page.get(label).attribute('aria-checked')).toBe(false);
  expect(page.get(label).text()).toBe(`${label} 关`);
  expect(JSON.parse(phone.stored.get('preferences') ?? '')).toMatchObject({ [name]: false });
  await page.tap(label);
  expect(phone.services.preferences.get()[name]).toBe(true);
});

test('a choice that cannot be kept: says so', async () => {
  const page = await open(true);
  const { preferences } = phone.services;
  jest.spyOn(preferences, 'set').mockRejectedValue(new Error('full'));
  await page.tap('声音');
  expect(page.texts()).toContain('手机存储不可用：本次有效，重新打开后会恢复原样');
});

test('signing out asks once, and names what stays undecided', async () => {
  const page = await open(
    true,
    fakeAttempt('awaiting', { id: 'a' }),
    fakeAttempt('unresolved', { id: 'b', bill: 'XS2' as BillNumber, preparedAt: 1 }),
  );
  await ask(page);
  expect(page.texts()).toContain('确定退出登录？');
  expect(page.texts()).toContain(
    '2 笔收款待确认，会留在本机，请下一位登录后继续查询：XS2、XS20261122001',
  );
  expect(phone.services.session.current()).not.toBeNull();
  await page.tap('取消');
  expect(phone.services.session.current()).not.toBeNull();
  expect(phone.moves).toEqual([]);
});

test('confirmed: the session ends, the attempts stay, the sign-in page comes', async () => {
  const page = await open(true, fakeAttempt('awaiting'));
  await ask(page);
  await page.tap('确定退出');
  expect(phone.services.session.current()).toBeNull();
  expect(phone.moves).toEqual(['replace /pages/login/login']);
  expect(phone.services.attempts.all()).toHaveLength(1);
});

test('two taps on the confirmation sign out once', async () => {
  const page = await open(true);
  const now = jest.spyOn(phone.services.signOut, 'now');
  await ask(page);
  const sure = page.get('确定退出');
  await Promise.all([sure.tap(), sure.tap()]);
  expect(now).toHaveBeenCalledTimes(1);
});

test('refused while a payment is being sent, before and after the question', async () => {
  const page = await open(true);
  const { attempts, session } = phone.services;
  await ask(page);
  await attempts.add(fakeAttempt('submitted'));
  await page.tap('确定退出');
  const words = '有一笔收款正在等服务器应答，请等它有结果后再退出登录';
  expect(page.texts()).toContain(words);
  expect(page.instance['data']).toMatchObject({ asking: false });
  await page.tap('退出登录');
  expect(page.texts()).toContain(words);
  expect(page.instance['data']).toMatchObject({ asking: false });
  expect(session.current()).not.toBeNull();
  expect(phone.moves).toEqual([]);
});

/** Ends when the question is on the screen. */
async function ask(page: RenderedPage): Promise<void> {
  await page.tap('退出登录');
  await page.waitFor('确定退出');
}

test('导出日志 puts a file on offer', async () => {
  const page = await open(true, fakeAttempt('unresolved'));
  await page.tap('导出日志');
  await page.waitFor('发送文件');
  expect(page.texts()).toContain('含售货单号、金额、用户名、收款状态和时间；不含付款码和密码');
  await page.tap('发送文件');
  await settle();
  const [[name, text] = ['', '']] = Array.from(phone.handOver.sent);
  expect(name).toMatch(/^收银日志-2026-11-22\.txt$/);
  expect(text).toContain('fake-unresolved XS20261122001 28.00 unresolved');
  expect(text).toContain('http endpoint=login');
});
