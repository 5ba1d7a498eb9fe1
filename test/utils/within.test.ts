import { within } from '../../miniprogram/utils/within';
import { VirtualClock } from '../support/world/virtual-clock';

const tooLate = (): Promise<never> => Promise.reject(new Error('too late'));

test('what ends in time is what it was, and no timer is left', async () => {
  const clock = new VirtualClock();
  const stopped = jest.fn();
  const after = clock.after.bind(clock);
  clock.after = (ms, callback) => {
    const stop = after(ms, callback);
    return () => {
      stopped();
      stop();
    };
  };
  await expect(within(clock, 100, Promise.resolve(7), tooLate)).resolves.toBe(7);
  await expect(within(clock, 100, Promise.reject(new Error('no')), tooLate)).rejects.toThrow('no');
  expect(stopped).toHaveBeenCalledTimes(2);
});

test('what does not end is given up at the time set, not before', async () => {
  const clock = new VirtualClock();
  let ended = '';
  const never = new Promise<never>(() => undefined);
  within(clock, 100, never, tooLate).catch((error: unknown) => {
    ended = String(error);
  });
  await clock.pass(99);
  expect(ended).toBe('');
  await clock.pass(1);
  expect(ended).toBe('Error: too late');
});

test('or ends as told', async () => {
  const clock = new VirtualClock();
  const ended = within(clock, 100, new Promise<string>(() => undefined), () => 'nothing');
  await clock.pass(100);
  expect(await ended).toBe('nothing');
});
