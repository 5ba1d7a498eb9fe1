import type { Attempt } from '../../miniprogram/core/attempt';
import { fakeAttempt } from '../support/fakes/attempt';
import { type FakePosServer, fakePosServer } from '../support/fakes/pos-server';
import { type FakePhone, fakePhone } from '../support/fakes/services';
import { renderPage, type RenderedPage, settle } from '../support/simulate';

const PROOF = '客人微信账单显示已付款';
const NOTHING_THERE = '客人微信账单没有这笔付款';

let phone: FakePhone;
let server: FakePosServer;

async function open(attempt: Attempt = fakeAttempt('unresolved')): Promise<RenderedPage> {
  phone = await fakePhone([attempt], { ringAtOnce: true });
  server = fakePosServer();
  phone.answer = server.answer;
  await phone.services.session.signIn('1001', '123456');
  await settle();
  const query = { id: attempt.id };
  const page = await renderPage('pages/pending/pending', { services: phone.services, query });
  await settle();
  return page;
}

const attempt = (): Attempt | null => phone.services.attempts.get('fake-unresolved');

async function openSheet(page: RenderedPage, action: string): Promise<void> {
  await page.tap(action);
  await page.waitFor('下一步');
}

async function close(page: RenderedPage, action: string, note: string): Promise<void> {
  await openSheet(page, action);
  await page.tap(note);
  await page.tap('下一步');
}

test.each([
  ['确认已收款', PROOF, '确定已收款', 'staffPaid', 'success'],
  ['确认未收款', NOTHING_THERE, '确定未收款', 'staffNotPaid', 'failure'],
] as const)('%s asks twice, records who, when and what', async (action, note, sure, state, to) => {
  const page = await open();
  await close(page, action, note);
  expect(page.texts()).toContain('请再次确认');
  expect(attempt()?.state).toBe('unresolved');
  await page.tap(sure);
  await settle();
  await settle();
  expect(attempt()).toMatchObject({ state, closing: { by: '1001', note } });
  expect(phone.moves).toEqual([`replace /pages/${to}/${to}?id=fake-unresolved`]);
});

test('without a choice there is no next step, and 取消 changes nothing', async () => {
  const page = await open();
  await openSheet(page, '确认未收款');
  await page.tap('下一步');
  expect(page.texts()).not.toContain('请再次确认');
  await page.tap('取消');
  expect(attempt()?.state).toBe('unresolved');
});

test('without an answered query nothing is closed', async () => {
  const page = await open();
  phone.answer = () => ({ kind: 'noAnswer', reason: 'timeoutOrNetwork' });
  await close(page, '确认未收款', NOTHING_THERE);
  await page.tap('确定未收款');
  await settle();
  await settle();
  expect(attempt()?.state).toBe('unresolved');
  expect(page.texts()).toContain('服务器没有应答，请查询成功后再确认');
});

// Phones tell a component of its `kind` also where only another attribute has changed.
test('the second question stays, with the choice, when the last query fails; it can be asked again', async () => {
  const page = await open();
  phone.answer = () => ({ kind: 'noAnswer', reason: 'timeoutOrNetwork' });
  await close(page, '确认未收款', NOTHING_THERE);
  await page.tap('确定未收款');
  await settle();
  await settle();
  expect(page.texts()).toEqual(
    expect.arrayContaining(['请再次确认', `确认未收款：${NOTHING_THERE}`]),
  );
  phone.answer = server.answer;
  await page.tap('确定未收款');
  await settle();
  await settle();
  expect(attempt()).toMatchObject({ state: 'staffNotPaid', closing: { note: NOTHING_THERE } });
});

test('evidence goes before the word: the last query finds the money', async () => {
  const page = await open();
  await close(page, '确认未收款', NOTHING_THERE);
  server.payState = '3';
  await page.tap('确定未收款');
  await settle();
  await settle();
  expect(attempt()).toMatchObject({ state: 'collected', proof: 'billState', closing: null });
});

test.each(['awaiting', 'unknown'] as const)('%s may not be closed by staff yet', async (state) => {
  const page = await open(fakeAttempt(state, { submittedAt: Date.UTC(2026, 10, 22, 6, 5, 50) }));
  expect(page.find('确认已收款')).toBeUndefined();
  expect(page.find('确认未收款')).toBeUndefined();
});

test('an attempt of another server: which one is told, and no word is taken here', async () => {
  const page = await open({ ...fakeAttempt('unresolved'), server: 'https://old.example.com' });
  expect(page.texts().join()).toContain('https://old.example.com');
  expect(page.find('确认已收款')).toBeUndefined();
  expect(page.find('确认未收款')).toBeUndefined();
});

test('what may be picked for 确认未收款 is a check that somebody made', async () => {
  const page = await open();
  await openSheet(page, '确认未收款');
  expect(page.texts()).toEqual(
    expect.arrayContaining([
      '客人微信账单没有这笔付款',
      '微信商家后台没有这笔收款',
      '管理员已核对微信商家后台，没有这笔',
    ]),
  );
  expect(page.text()).not.toContain('客人已离开');
});
