import fc from 'fast-check';
import {
  decodeSession,
  encodeSession,
  isWithinShift,
  type KeptSession,
  restOfShift,
} from '../../miniprogram/core/kept-session';
import { Secret } from '../../miniprogram/core/secret';
import { KEY } from '../support/world/world';

const SESSION: KeptSession = {
  server: 'https://pos.example.com',
  user: '1001',
  nickname: '小王',
  key: new Secret(KEY),
  token: new Secret('T-1'),
  signedInAt: 1_795_334_400_000,
};

function plain(session: KeptSession | null): unknown {
  if (session === null) return null;
  return { ...session, key: session.key.reveal(), token: session.token?.reveal() ?? null };
}

test.each([SESSION, { ...SESSION, token: null }])('comes back as it was kept', (session) => {
  expect(plain(decodeSession(encodeSession(session)))).toEqual(plain(session));
});

test('what is kept cannot be printed', () => {
  const kept = encodeSession(SESSION);
  expect(`${String(kept)} ${JSON.stringify(kept)}`).not.toContain(KEY);
});

const good = JSON.parse(encodeSession(SESSION).reveal()) as Record<string, unknown>;

test.each<[string, unknown]>([
  ['another format', { ...good, format: 2 }],
  ['no format', { ...good, format: undefined }],
  ['no server', { ...good, server: '' }],
  ['no user', { ...good, user: undefined }],
  ['a user that is no text', { ...good, user: 1001 }],
  ['no nickname', { ...good, nickname: null }],
  ['a short KEY', { ...good, key: KEY.slice(1) }],
  ['a KEY in lower case', { ...good, key: KEY.toLowerCase() }],
  ['an empty token', { ...good, token: '' }],
  ['no token field', { ...good, token: undefined }],
  ['no time', { ...good, signedInAt: undefined }],
  ['a time as text', { ...good, signedInAt: '1795334400000' }],
  ['a list', [good]],
  ['text', 'E10ADC3949BA59ABBE56E057F20F883E'],
  ['null', null],
])('dropped: %s', (_name, value) => {
  expect(decodeSession(new Secret(JSON.stringify(value)))).toBeNull();
});

test('a record that was cut off anywhere is dropped', () => {
  const text = encodeSession(SESSION).reveal();
  for (let length = 0; length < text.length; length += 1) {
    expect(decodeSession(new Secret(text.slice(0, length)))).toBeNull();
  }
});

test('any text at all is read without a crash', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(() => decodeSession(new Secret(text))).not.toThrow();
    }),
  );
});

const HOUR = 3_600_000;
test.each([
  [0, true],
  [12 * HOUR - 1, true],
  [12 * HOUR, false],
  [36 * HOUR, false],
  [-600_000, true],
  [-600_001, false],
  [-24 * HOUR, false],
])('%i ms after the sign-in a shift of 12 hours runs: %s', (age, running) => {
  expect(isWithinShift(1_000, 1_000 + age, 12)).toBe(running);
});

test.each([
  [0, 12 * HOUR],
  [11 * HOUR, HOUR],
  [13 * HOUR, 0],
])('%i ms after the sign-in %i ms are left', (age, rest) => {
  expect(restOfShift(5, 5 + age, 12)).toBe(rest);
});
