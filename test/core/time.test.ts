import { formatClock, formatDateTime, formatElapsed } from '../../miniprogram/core/time';

test.each([
  [new Date(2026, 10, 22, 14, 5, 9), '14:05:09', '2026-11-22 14:05:09'],
  [new Date(2026, 0, 1, 0, 0, 0), '00:00:00', '2026-01-01 00:00:00'],
  [new Date(2024, 1, 29, 23, 59, 59, 999), '23:59:59', '2024-02-29 23:59:59'],
])('%s', (date, clock, dateTime) => {
  expect(formatClock(date.getTime())).toBe(clock);
  expect(formatDateTime(date.getTime())).toBe(dateTime);
});

test.each([
  [0, '0:00'],
  [999, '0:00'],
  [7_000, '0:07'],
  [59_999, '0:59'],
  [60_000, '1:00'],
  [750_000, '12:30'],
  [3_661_000, '61:01'],
  [-5_000, '0:00'],
])('%i ms: %s', (ms, text) => {
  expect(formatElapsed(ms)).toBe(text);
});
