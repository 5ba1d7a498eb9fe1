import {
  dayAfter,
  formatClock,
  formatDateTime,
  formatDay,
  formatElapsed,
  isSameDay,
  untilMidnight,
  formatZone,
} from '../../miniprogram/core/time';

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

const local = (...parts: [number, number, number, number?, number?, number?, number?]): number =>
  new Date(...(parts as [number, number, number])).getTime();

test.each([
  [local(2026, 10, 22), -1, '2026-11-21'],
  [local(2026, 10, 22), 0, '2026-11-22'],
  [local(2026, 10, 30), 1, '2026-12-01'],
  [local(2026, 11, 31), 1, '2027-01-01'],
  [local(2028, 1, 28), 1, '2028-02-29'],
])('%i and %i days: %s', (at, days, day) => {
  expect(formatDay(dayAfter(at, days))).toBe(day);
});

test('the day ends at the phone’s midnight', () => {
  const evening = new Date(2026, 10, 22, 23, 59, 59, 999).getTime();
  expect(untilMidnight(evening)).toBe(1);
  expect(isSameDay(evening, evening + 1)).toBe(false);
  const midnight = new Date(2026, 10, 22).getTime();
  expect(formatDay(midnight + untilMidnight(midnight))).toBe('2026-11-23');
});

test.each([
  [-480, 'UTC+08:00'],
  [-345, 'UTC+05:45'],
  [0, 'UTC+00:00'],
  [210, 'UTC-03:30'],
])('a zone %d minutes behind UTC is %s', (offset, text) => {
  jest.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(offset);
  expect(formatZone(0)).toBe(text);
});
