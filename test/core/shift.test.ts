import fc from 'fast-check';
import { decodeShift, encodeShift, type Shift, shiftSince } from '../../miniprogram/core/shift';
import { START } from '../support/world/attempts';

const HOUR = 3_600_000;
const SERVER = 'https://pos.example.com';
const running: Shift = { server: SERVER, user: '1001', since: START };

test.each<[string, Shift | null, string, number, number]>([
  ['nothing is known of before', null, '1001', START, START],
  ['the same user, an hour later', running, '1001', START + HOUR, START],
  ['the same user, at the end of the shift', running, '1001', START + 12 * HOUR - 1, START],
  [
    'the same user, after the hours of a shift',
    running,
    '1001',
    START + 12 * HOUR,
    START + 12 * HOUR,
  ],
  ['another user', running, '1002', START + HOUR, START + HOUR],
  [
    'another server',
    { ...running, server: 'http://127.0.0.1:1' },
    '1001',
    START + HOUR,
    START + HOUR,
  ],
  ['the clock was corrected backwards a little', running, '1001', START - 60_000, START - 60_000],
  [
    'the clock was set back: nobody knows how old it is',
    running,
    '1001',
    START - HOUR,
    START - HOUR,
  ],
])('%s', (_name, before, user, signedInAt, since) => {
  expect(shiftSince(before, { user, signedInAt }, SERVER, 12)).toBe(since);
});

test('never begins after its sign-in, nor longer before it than a shift lasts', () => {
  const times = fc.integer({ min: 0, max: 4e12 });
  fc.assert(
    fc.property(times, times, fc.integer({ min: 1, max: 24 }), (before, signedInAt, hours) => {
      const now = { user: '1001', signedInAt };
      const since = shiftSince({ ...running, since: before }, now, SERVER, hours);
      expect(since).toBeLessThanOrEqual(signedInAt);
      expect(signedInAt - since).toBeLessThan(hours * HOUR);
    }),
  );
});

test('what is kept is read back', () => {
  expect(decodeShift(encodeShift(running))).toEqual(running);
});

test.each([
  null,
  '',
  'rubbish',
  '[]',
  '{"server":"s","user":"u"}',
  '{"server":"s","user":1,"since":1}',
  '{"server":1,"user":"u","since":1}',
  '{"server":"s","user":"u","since":"1"}',
  '{"server":"s","user":"u","since":null}',
])('%j is no shift', (text) => {
  expect(decodeShift(text)).toBeNull();
});
