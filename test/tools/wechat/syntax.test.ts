import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isOldEnough, MINIMUM_LIBRARY, OLDEST_ENGINES } from '../../../tools/wechat/syntax';

test('the oldest engines are those of the minimum base library, by WeChat’s list', () => {
  expect(OLDEST_ENGINES).toEqual(['ios13', 'chrome86']);
  const steps = readFileSync(path.resolve(__dirname, '../../../docs/release.md'), 'utf8');
  expect(steps).toMatch(new RegExp(`基础库最低版本 *\\| ${MINIMUM_LIBRARY} *\\|`));
});

test.each([
  'async function f() { for await (const x of y) {} }',
  'try { a(); } catch { b(); }',
  'const { a, ...b } = { ...c };',
  'const r = /(?<year>\\d+)/su;',
])('%s is known to the oldest phones', (code) => {
  expect(isOldEnough(code)).toBe(true);
});

test.each([
  'const a = b?.c;',
  'const a = b ?? c;',
  'a ??= 1;',
  'a ||= 1;',
  'class A { b = 1; }',
  'class A { #d = 3; }',
  'class A { static { a(); } }',
  'class A { #x; f(y) { return #x in y; } }',
  'const n = 1n;',
  'const r = /\\p{L}+/u;',
  'const r = /(?<=a)b/;',
  'const r = /a/v;',
])('%s is too new', (code) => {
  expect(isOldEnough(code)).toBe(false);
});
