import {
  hasTooManyPlaces,
  readServerDecimal,
  showServerDecimal,
} from '../../miniprogram/core/server-decimal';

test.each<[unknown, number | null, string, string]>([
  [1234.5, 123450, '1234.5', '1,234.50'],
  ['28.00', 2800, '28.00', '28.00'],
  [' 28 ', 2800, '28', '28.00'],
  [0, 0, '0', '0.00'],
  [-3.1, -310, '-3.1', '-3.10'],
  [47.976, null, '47.976', '47.976'],
  ['面议', null, '面议', '面议'],
  [null, null, '', ''],
  [undefined, null, '', ''],
  [{ value: 1 }, null, '', ''],
])('%j', (value, amount, text, shown) => {
  const decimal = readServerDecimal(value);
  expect(decimal).toEqual({ amount, text });
  expect(showServerDecimal(decimal)).toBe(shown);
});

test.each<[unknown, boolean]>([
  [47.976, true],
  ['-0.001', true],
  [47.97, false],
  ['47.970', false],
  ['面议', false],
  [1e21, false],
  [null, false],
])('%j has more places than can be computed with: %s', (value, tooMany) => {
  expect(hasTooManyPlaces(readServerDecimal(value))).toBe(tooMany);
});
