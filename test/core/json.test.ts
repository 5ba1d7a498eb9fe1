import { asObject, parseObject } from '../../miniprogram/core/json';

test.each([[null], [undefined], [1], ['{}'], [[]], [true]])('%j is no object', (value) => {
  expect(asObject(value)).toBeNull();
});

test.each([
  [null],
  [undefined],
  [{}],
  [''],
  ['{'],
  ['1'],
  ['null'],
  ['[]'],
  ['"{}"'],
  ['\ufeff{}'],
])('%j is no text of an object', (text) => {
  expect(parseObject(text)).toBeNull();
});

test('an object by its text', () => {
  expect(parseObject(' {"a":[1]} ')).toEqual({ a: [1] });
});
