import fc from 'fast-check';
import { fenOfYuan, yuanNumber, yuanText } from '../../sandbox/domain/money';

describe('amounts in a request', () => {
  test.each([
    [28, 2800],
    [0.03, 3],
    [1.1, 110],
    ['28.00', 2800],
    ['12345.67', 1234567],
    ['28.000', 2800],
    [0, 0],
    [-1, -100],
    [0.1 + 0.2, undefined],
    [1.005, undefined],
    ['', undefined],
    ['1e3', undefined],
    [1e21, undefined],
    [NaN, undefined],
  ])('%p yuan is %p fen', (yuan, fen) => {
    expect(fenOfYuan(yuan)).toBe(fen);
  });

  test('every amount survives the way to the wire and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (fen) => {
        expect(fenOfYuan(yuanNumber(fen))).toBe(fen);
        expect(fenOfYuan(yuanText(fen))).toBe(fen);
      }),
    );
  });
});
