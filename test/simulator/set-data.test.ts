import { checkSetData, findUnsendable, SetDataLog } from '../../simulator/runtime/logic/set-data';

class Money {
  fen = 1;
}

const loop: { self?: unknown } = {};
loop.self = loop;

test.each<[string, unknown]>([
  ['x 是 undefined', undefined],
  ['x 是 function', () => 1],
  ['x 是 symbol', Symbol('s')],
  ['x 是 bigint', 1n],
  ['x 是 NaN', NaN],
  ['x 是 Infinity', Infinity],
  ['x 是 Date 的实例，不是普通对象', new Date(0)],
  ['x 是 Map 的实例，不是普通对象', new Map()],
  ['x 是 Money 的实例，不是普通对象', new Money()],
  ['x[1].a 是 undefined', [0, { a: undefined }]],
  ['x[1] 是 undefined', Object.assign([0], { 2: 2 })],
  ['x.self 指回了自己', loop],
])('refused: %s', (expected, value) => {
  expect(findUnsendable(value, 'x')).toBe(expected);
});

test.each<[unknown]>([[null], [0], [''], [false], [[]], [{}], [{ a: [{ b: null }] }]])(
  'sent: %j',
  (value) => {
    expect(findUnsendable(value, 'x')).toBeUndefined();
  },
);

test('the same object twice is no loop', () => {
  const shared = { a: 1 };
  expect(findUnsendable([shared, shared], 'x')).toBeUndefined();
});

test('the error names component and path', () => {
  expect(() => checkSetData({ 'list[0].name': undefined }, 'pages/a/a')).toThrow(
    'pages/a/a: setData 只能传 JSON 装得下的值，list[0].name 是 undefined',
  );
  expect(() => checkSetData(undefined, 'pages/a/a')).toThrow('setData 的参数应当是一个对象');
});

test('calls and bytes are counted, bytes as UTF-8', () => {
  const log = new SetDataLog();
  log.add({ a: '元' });
  log.add({ b: 1 }, 'pages/a/a');
  expect(log).toMatchObject({ count: 2, bytes: 11 + 7, largest: 11 });
  expect(log.calls).toMatchObject([
    { is: '', bytes: 11 },
    { is: 'pages/a/a', bytes: 7 },
  ]);
  log.addInitial({ words: '收款' });
  expect(log.initial).toBe(18);
  log.reset();
  expect(log).toMatchObject({ count: 0, bytes: 0, largest: 0, calls: [], initial: 0 });
});
