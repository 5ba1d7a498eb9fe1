import { inspect } from 'node:util';
import { Secret } from '../../miniprogram/core/secret';

const VALUE = 'E10ADC3949BA59ABBE56E057F20F883E';
const secret = new Secret(VALUE);

test('reveal gives the value', () => {
  expect(secret.reveal()).toBe(VALUE);
});

test.each<[string, () => string]>([
  ['String()', () => String(secret)],
  ['toString()', () => secret.toString()],
  ['joining', () => ['', secret].join('-')],
  ['JSON', () => JSON.stringify(secret)],
  ['JSON of what holds it', () => JSON.stringify({ session: { key: secret } })],
  ['inspect', () => inspect(secret, { depth: 9, showHidden: true, getters: true })],
  ['inspect of what holds it', () => inspect({ key: secret }, { depth: 9, showHidden: true })],
  ['its fields', () => Object.entries(secret).flat().map(String).join()],
  ['an error message', () => new Error(String(secret)).message],
])('%s does not show it', (_name, print) => {
  expect(print()).not.toBe('');
  expect(print()).not.toContain(VALUE);
});
