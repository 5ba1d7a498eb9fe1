import { isOldEnough } from '../../../tools/wechat/syntax';

test.each([
  'const a = b?.c ?? d;',
  'class A { b = 1; static c = 2; #d = 3; }',
  'async function f() { for await (const x of y) {} }',
  'a ??= 1;',
  'const r = /\\p{L}+/u;',
])('%s is known to the oldest phones', (code) => {
  expect(isOldEnough(code)).toBe(true);
});

test.each([
  'class A { static { a(); } }',
  'if (#x in y) {}'.replace(/^(.*)$/, 'class A { #x; f(y) { return #x in y; } }'),
  'const r = /(?<=a)b/;',
  'const r = /a/v;',
])('%s is too new', (code) => {
  expect(isOldEnough(code)).toBe(false);
});
