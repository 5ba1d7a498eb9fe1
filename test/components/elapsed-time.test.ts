import { installServices } from '../../miniprogram/services/services';
import type { Clock } from '../../miniprogram/utils/clock';
import { fakePhone } from '../support/fakes/services';
import { renderComponent, settle } from '../support/simulate';

/** A clock that is moved by hand and rings what is due. */
function handClock(start: number): Clock & { pass: (ms: number) => void; timers: () => number } {
  let now = start;
  let timers: { at: number; ring: () => void }[] = [];
  return {
    now: () => now,
    after: (ms, ring) => {
      const timer = { at: now + ms, ring };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass: (ms) => {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { ring } of due) ring();
    },
    timers: () => timers.length,
  };
}

test('counts on by itself, skips no second, and stops with its page', async () => {
  const clock = handClock(1_000_000);
  const { services } = await fakePhone();
  installServices({ ...services, clock });
  const shown = await renderComponent('components/elapsed-time/elapsed-time', {
    since: 1_000_000 - 59_400,
  });
  expect(shown.text()).toBe('0:59');
  clock.pass(599);
  await settle();
  expect(shown.text()).toBe('0:59');
  clock.pass(1);
  await settle();
  expect(shown.text()).toBe('1:00');
  expect(clock.timers()).toBe(1);
  shown.detach();
  expect(clock.timers()).toBe(0);
});

test('a clock that was set back shows 0:00, not a negative time', async () => {
  const clock = handClock(1_000_000);
  const { services } = await fakePhone();
  installServices({ ...services, clock });
  const since = 1_000_000 + 5_000;
  expect((await renderComponent('components/elapsed-time/elapsed-time', { since })).text()).toBe(
    '0:00',
  );
});
