import { parseYuan } from '../../miniprogram/core/money';
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
