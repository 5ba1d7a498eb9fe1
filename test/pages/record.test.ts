import type { Attempt } from '../../miniprogram/core/attempt';
import { fen } from '../../miniprogram/core/money';
import { fakeAttempt } from '../support/fakes/attempt';
import { fakePosServer } from '../support/fakes/pos-server';
import { type FakePhone, fakePhone } from '../support/fakes/services';
import { renderPage, type RenderedPage, settle } from '../support/simulate';

let phone: FakePhone;

async function open(attempt: Attempt, signedIn = false): Promise<RenderedPage> {
  phone = await fakePhone([attempt], { ringAtOnce: true });
  if (signedIn) {
    phone.answer = fakePosServer().answer;
    await phone.services.session.signIn('1001', '123456');
    await settle();
  }
  const page = await renderPage('pages/record/record', {
    services: phone.services,
    query: { id: attempt.id },
  });
  await settle();
  return page;
}

test('a closing by staff is told: who, when, what they saw', async () => {
  const at = Date.UTC(2026, 10, 22, 6, 9);
  const closing = { by: '1002', at, note: '微信商家后台有这笔收款' };
  const history = [{ to: 'staffPaid', at, cause: 'staff' }] as const;
  const page = await open(fakeAttempt('staffPaid', { closing, history }));
  expect(page.texts()).toEqual(
    expect.arrayContaining([
      '人工确认：1002 确认已收款（微信商家后台有这笔收款）',
      '收款前读到：应收 ¥28.00，已收 ¥0.00，单据未收齐（状态 1）',
      '1002 人工确认已收款（微信商家后台有这笔收款）',
      '13**************89',
    ]),
  );
  expect(page.find('查询')).toBeUndefined();
  expect(page.find('去处理')).toBeUndefined();
});

test('an undecided one leads to its own page, in the place of this one', async () => {
  const page = await open(fakeAttempt('unresolved'));
  await page.tap('去处理');
  expect(phone.moves).toEqual(['replace /pages/pending/pending?id=fake-unresolved']);
});

test('查询: an answer that proves nothing is not told as a result', async () => {
  const page = await open(fakeAttempt('unresolved'), true);
  await page.tap('查询');
  for (let turn = 0; turn < 20; turn += 1) await settle();
  expect(page.texts()).toContain('1 笔已查询，尚无结果');
  expect(page.texts()).toContain('结果未知');
});

test('查询 that fails is told as such, whatever an older answer has hinted at', async () => {
  const attempt = fakeAttempt('unresolved', { amount: fen(1000) });
  phone = await fakePhone([attempt], { ringAtOnce: true });
  const server = fakePosServer();
  server.collected = 5;
  phone.answer = server.answer;
  await phone.services.session.signIn('1001', '123456');
  const page = await renderPage('pages/record/record', {
    services: phone.services,
    query: { id: attempt.id },
  });
  const ask = async (): Promise<void> => {
    await page.tap('查询');
    for (let turn = 0; turn < 30; turn += 1) await settle();
  };
  await ask();
  expect(page.texts()).toContain('单据有变动，但不能确认是这笔收款');
  phone.answer = () => ({ kind: 'noAnswer', reason: 'timeoutOrNetwork' });
  await ask();
  expect(page.texts()).not.toContain('单据有变动，但不能确认是这笔收款');
  expect(page.text()).toContain('1 笔没有查到：');
});

test('查询 without a session', async () => {
  const page = await open(fakeAttempt('unresolved'));
  await page.tap('查询');
  expect(page.texts()).toContain('请先登录');
});

test('the receipt of the bill is a tap away', async () => {
  const page = await open(fakeAttempt('collected', { proof: 'answer', billComplete: true }));
  await page.tap('查看小票');
  expect(phone.moves).toEqual(['replace /pages/receipt/receipt?id=fake-collected']);
});

test('a loud conflict is handled on its own page', async () => {
  const page = await open(fakeAttempt('conflict'));
  await page.tap('去处理');
  expect(phone.moves).toEqual(['replace /pages/failure/failure?id=fake-conflict']);
});

test('a record that is gone leads home', async () => {
  phone = await fakePhone([]);
  await renderPage('pages/record/record', { services: phone.services, query: { id: 'x' } });
  await settle();
  expect(phone.moves).toEqual(['back']);
});
