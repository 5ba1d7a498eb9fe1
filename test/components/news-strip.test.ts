import type { Attempt } from '../../miniprogram/core/attempt';
import { fen, parseYuan } from '../../miniprogram/core/money';
import type { AttemptEvent } from '../../miniprogram/core/transitions';
import { installServices } from '../../miniprogram/services/services';
import { fakeAttempt } from '../support/fakes/attempt';
import { fakePhone } from '../support/fakes/services';
import { renderComponent, settle } from '../support/simulate';

test('two quick taps take away one result: the next one does not go unread', async () => {
  const { services } = await fakePhone([
    fakeAttempt('unknown', { id: 'a', amount: parseYuan('1') }),
    fakeAttempt('unknown', { id: 'b', amount: parseYuan('2') }),
  ]);
  let now = 1_000_000;
  installServices({ ...services, clock: { ...services.clock, now: () => now } });
  const strip = await renderComponent('components/news-strip/news-strip', {});
  const money = { type: 'evidence', proof: 'billState', billComplete: true, at: now } as const;
  for (const id of ['a', 'b']) services.attempts.apply(id, money);
  await settle();
  expect(strip.text()).toContain('¥1.00');

  await strip.tap('知道了');
  now += 150;
  await strip.tap('知道了');
  await settle();
  expect(strip.text()).toContain('¥2.00');

  now += 1_000;
  await strip.tap('知道了');
  await settle();
  expect(strip.text()).toBe('');
});

const AT = 1_000_000;
const money = (
  proof: 'billState' | 'receiptGrowth' | 'thirdPartyQuery',
  billComplete: boolean | null,
): AttemptEvent => ({ type: 'evidence', proof, billComplete, at: AT });
const byAnswer = (billComplete: boolean | null): AttemptEvent => ({
  type: 'answer',
  verdict: { kind: 'collected', billComplete, paymentNumber: null },
  at: AT,
});
const byStaff: AttemptEvent = { type: 'staffPaid', by: '1001', note: '', at: AT };
const part = { amount: fen(1000) };

test.each<[string, Attempt, AttemptEvent]>([
  ['¥28.00 已收款', fakeAttempt('unknown'), byAnswer(true)],
  ['¥10.00 部分收款', fakeAttempt('unknown', part), byAnswer(false)],
  ['¥10.00 款项已收到', fakeAttempt('unknown', part), byAnswer(null)],
  ['¥28.00 已收款 按单据状态', fakeAttempt('unknown'), money('billState', true)],
  ['¥10.00 部分收款 按单据状态', fakeAttempt('unknown', part), money('receiptGrowth', false)],
  ['¥28.00 已收款', fakeAttempt('unknown'), money('thirdPartyQuery', true)],
  ['¥28.00 人工确认已收', fakeAttempt('unresolved'), byStaff],
  ['¥10.00 部分收款 人工确认', fakeAttempt('unresolved', part), byStaff],
  ['¥28.00 结果未知', fakeAttempt('awaiting'), { type: 'watchEnded', at: AT }],
])('tells a part from a whole, and by whose word: %s', async (text, attempt, event) => {
  const { services } = await fakePhone([attempt]);
  installServices(services);
  const strip = await renderComponent('components/news-strip/news-strip', {});
  services.attempts.apply(attempt.id, event);
  await settle();
  expect(strip.texts()).toEqual([`XS20261122001 ${text}`, '知道了']);
});

test('its text opens the page of the attempt, once, and is read by that', async () => {
  const { services, moves } = await fakePhone([
    fakeAttempt('awaiting', { id: 'a' }),
    fakeAttempt('awaiting', { id: 'b', amount: parseYuan('2') }),
  ]);
  installServices(services);
  const strip = await renderComponent('components/news-strip/news-strip', {});
  services.attempts.apply('a', { type: 'watchEnded', at: AT });
  services.attempts.apply('b', byAnswer(false));
  await settle();
  await strip.tap('XS20261122001 ¥28.00 结果未知');
  await settle();
  // The second of two taps was not meant for what has come in its place.
  await strip.tap('XS20261122001 ¥2.00 部分收款');
  expect(moves).toEqual(['show /pages/pending/pending?id=a']);
  expect(strip.text()).toContain('¥2.00');
});
