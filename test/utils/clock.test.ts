import { createClock } from '../../miniprogram/utils/clock';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('tells the phone’s time', () => {
  jest.setSystemTime(1_795_334_400_000);
  expect(createClock().now()).toBe(1_795_334_400_000);
});

test('calls back once, after the time', () => {
  const callback = jest.fn();
  createClock().after(5_000, callback);
  jest.advanceTimersByTime(4_999);
  expect(callback).not.toHaveBeenCalled();
  jest.advanceTimersByTime(10_001);
  expect(callback).toHaveBeenCalledTimes(1);
});

test('what was taken back never happens', () => {
  const callback = jest.fn();
  const stop = createClock().after(5_000, callback);
  stop();
  jest.advanceTimersByTime(10_000);
  expect(callback).not.toHaveBeenCalled();
  stop();
});
