import fc from 'fast-check';
import {
  addFen,
  displayYuan,
  type Fen,
  fen,
  formatYuan,
  MAX_AMOUNT,
  parseYuan,
  readServerYuan,
  subtractFen,
} from '../../miniprogram/core/money';
import { thrownBy } from '../support/world/thrown';

const anyAmount = fc.integer({ min: 1, max: MAX_AMOUNT }).map(fen);
const anyFen = fc.integer({ min: -999_999_999, max: 999_999_999 }).map(fen);

describe('parseYuan', () => {
  test.each([
    ['12', 1200],
    ['12.', 1200],
    ['12.3', 1230],
    ['12.34', 1234],
    ['0.01', 1],
    ['0.10', 10],
    ['00012.5', 1250],
    [' 12.34\n', 1234],
    ['1,234.50', 123450],
    ['1,234', 123400],
    ['１，２３４．５０', 123450],
    ['\u200b12\ufe0f', 1200],
    ['9,999,999.99', MAX_AMOUNT],
    ['9999999.99', MAX_AMOUNT],
    // Floats get these wrong: 1.005 * 100, 4.35 * 100, 19.99 * 100
    ['4.35', 435],
    ['19.99', 1999],
    ['1.15', 115],
    ['8.2', 820],
  ])('reads %j as %i fen', (text, expected) => {
    expect(parseYuan(text)).toBe(expected);
  });

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['.', 'notANumber'],
    ['.5', 'notANumber'],
    ['-1', 'notANumber'],
    ['+1', 'notANumber'],
    ['1e3', 'notANumber'],
    ['0x10', 'notANumber'],
    ['1.2.3', 'notANumber'],
    ['1 000', 'notANumber'],
    ['12,34', 'notANumber'],
    ['1,2345', 'notANumber'],
    ['1234,567', 'notANumber'],
    ['￥12', 'notANumber'],
    ['1²', 'notANumber'],
    ['٣', 'notANumber'],
    ['NaN', 'notANumber'],
    ['Infinity', 'notANumber'],
    ['0.001', 'tooManyDecimals'],
    ['1.230', 'tooManyDecimals'],
    ['0', 'notPositive'],
    ['0.', 'notPositive'],
    ['0.00', 'notPositive'],
    ['10000000', 'tooLarge'],
    ['10,000,000.00', 'tooLarge'],
    ['9'.repeat(400), 'tooLarge'],
  ])('refuses %j: %s', (text, reason) => {
    expect(thrownBy(() => parseYuan(text))).toMatchObject({ code: 'invalidAmount', reason });
  });

  test('what is shown or sent is read back as the same amount', () => {
    fc.assert(
      fc.property(anyAmount, (amount) => {
        expect(parseYuan(formatYuan(amount))).toBe(amount);
        expect(parseYuan(displayYuan(amount))).toBe(amount);
      }),
    );
  });

  test('whatever is typed gives a whole positive number of fen or InvalidAmountError', () => {
    const typed = fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,- e')) });
    fc.assert(
      fc.property(fc.oneof(typed, fc.string()), (text) => {
        let amount: Fen;
        try {
          amount = parseYuan(text);
        } catch (error) {
          expect(error).toMatchObject({ code: 'invalidAmount' });
          return;
        }
        expect(Number.isSafeInteger(amount)).toBe(true);
        expect(amount).toBeGreaterThanOrEqual(1);
        expect(amount).toBeLessThanOrEqual(MAX_AMOUNT);
      }),
    );
  });
});

describe('formatYuan and displayYuan', () => {
  test.each([
    [0, '0.00', '0.00'],
    [1, '0.01', '0.01'],
    [10, '0.10', '0.10'],
    [100, '1.00', '1.00'],
    [99_999, '999.99', '999.99'],
    [100_000, '1000.00', '1,000.00'],
    [12_345_678, '123456.78', '123,456.78'],
    [999_999_999, '9999999.99', '9,999,999.99'],
    [-1, '-0.01', '-0.01'],
    [-99_999, '-999.99', '-999.99'],
    [-12_345_600, '-123456.00', '-123,456.00'],
  ])('%i fen: %s, %s', (amount, plain, grouped) => {
    expect(formatYuan(fen(amount))).toBe(plain);
    expect(displayYuan(fen(amount))).toBe(grouped);
  });

  test('always two decimals, and JSON reads the plain form as a number', () => {
    fc.assert(
      fc.property(anyFen, (amount) => {
        expect(formatYuan(amount)).toMatch(/^-?(0|[1-9]\d*)\.\d{2}$/);
        expect(Math.round(Number(JSON.parse(formatYuan(amount))) * 100)).toBe(amount);
        expect(displayYuan(amount).replace(/,/g, '')).toBe(formatYuan(amount));
        expect(displayYuan(amount)).toMatch(/^-?\d{1,3}(,\d{3})*\.\d{2}$/);
      }),
    );
  });
});

describe('readServerYuan', () => {
  test.each([
    [28, 2800],
    [28.5, 2850],
    [0.1, 10],
    [19.99, 1999],
    [-3.2, -320],
    [0, 0],
    [-0, 0],
    ['28', 2800],
    ['28.00', 2800],
    ['28.5000', 2850],
    [' 28.50 ', 2850],
    ['-0.00', 0],
    ['28.', null],
    ['.5', null],
    ['28.505', null],
    [28.505, null],
    [0.1 + 0.2, null],
    [1e21, null],
    [1e-7, null],
    [NaN, null],
    [Infinity, null],
    ['1,234.50', null],
    ['9'.repeat(17), null],
    ['', null],
    [null, null],
    [undefined, null],
    [true, null],
    [{}, null],
    [[28], null],
  ])('%j → %j', (value, expected) => {
    expect(readServerYuan(value)).toBe(expected);
    if (expected === 0) expect(Object.is(readServerYuan(value), 0)).toBe(true);
  });

  test('reads back what the wire carries, as text and as a JSON number', () => {
    fc.assert(
      fc.property(anyFen, (amount) => {
        expect(readServerYuan(formatYuan(amount))).toBe(amount);
        expect(readServerYuan(JSON.parse(formatYuan(amount)))).toBe(amount);
      }),
    );
  });

  test('never throws and never gives a fraction', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const read = readServerYuan(value);
        expect(read === null || Number.isSafeInteger(read)).toBe(true);
      }),
    );
  });
});

describe('fen', () => {
  test.each([0.5, NaN, Infinity, 2 ** 53])('refuses %d', (value) => {
    expect(() => fen(value)).toThrow(RangeError);
  });

  test('sums never drift', () => {
    fc.assert(
      fc.property(fc.array(anyFen, { maxLength: 50 }), (amounts) => {
        const sum = amounts.reduce(addFen, fen(0));
        expect(BigInt(sum)).toBe(amounts.reduce((total, each) => total + BigInt(each), 0n));
        expect(amounts.reduce(subtractFen, sum)).toBe(0);
      }),
    );
  });
});
