import fc from 'fast-check';
import { parseHttpDate } from '../../miniprogram/core/http-date';

test('reads what servers send', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800 }), (seconds) => {
      expect(parseHttpDate(new Date(seconds * 1000).toUTCString())).toBe(seconds * 1000);
    }),
  );
});

test.each([
  '',
  'Sunday, 22-Nov-26 08:00:00 GMT',
  'Sun Nov 22 08:00:00 2026',
  'Sun, 22 Nov 2026 08:00:00 +0800',
  'Sun, 22 Now 2026 08:00:00 GMT',
  'Sun, 31 Feb 2026 08:00:00 GMT',
  'Sun, 22 Nov 2026 24:00:00 GMT',
  'Sun, 22 Nov 2026 08:60:00 GMT',
  '2026-11-22T08:00:00Z',
])('%j is none', (text) => {
  expect(parseHttpDate(text)).toBeNull();
});

test('any text at all is read without a crash', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => parseHttpDate(text)).not.toThrow();
    }),
  );
});
