import { fakeAttempt } from '../support/fakes/attempt';
import { type FakePhone, fakePhone } from '../support/fakes/services';
import { renderPage, type RenderedPage, settle } from '../support/simulate';
import type { Attempt } from '../../miniprogram/core/attempt';

const YESTERDAY = Date.UTC(2026, 10, 20, 6, 0, 0);

let phone: FakePhone;

async function open(...attempts: readonly Attempt[]): Promise<RenderedPage> {
  phone = await fakePhone(attempts);
  const page = await renderPage('pages/records/records', { services: phone.services });
  await settle();
  return page;
}

test('totals stand apart; conflicts first, then undecided of any day, then today', async () => {
  const page = await open(
    fakeAttempt('collected', { id: 'a', proof: 'answer', billComplete: true }),
    fakeAttempt('collected', { id: 'b', proof: 'billState', billComplete: true }),
    fakeAttempt('staffPaid', { id: 'c', closing: { by: '1001', at: 1, note: '' } }),
    fakeAttempt('unresolved', { id: 'd', preparedAt: YESTERDAY }),
    fakeAttempt('conflict', { id: 'e', proof: 'billState' }),
    fakeAttempt('collected', {
      id: 'f',
      proof: 'answer',
      billComplete: true,
      preparedAt: YESTERDAY,
    }),
  );
  expect(page.text()).toContain('系统确认 1 笔 ¥28.00 按单据状态 1 笔 ¥28.00 人工确认 1 笔 ¥28.00');
  const states = page.texts().filter((text) => /^(冲突|结果未知|已收款|人工确认已收)$/.test(text));
  expect(states.slice(0, 2)).toEqual(['冲突', '结果未知']);
  expect(states).toHaveLength(5);
});

test('a record opens the page of its attempt', async () => {
  const page = await open(fakeAttempt('unresolved'));
  await page.tap('XS20261122001 ¥28.00 结果未知');
  expect(phone.moves).toEqual(['replace /pages/pending/pending?id=fake-unresolved']);
});

test('attempts at another server are not shown', async () => {
  const page = await open(fakeAttempt('unresolved', { server: 'http://127.0.0.1:9999' }));
  expect(page.texts()).toContain('今日还没有收款');
  expect(page.find('查询')).toBeUndefined();
});
