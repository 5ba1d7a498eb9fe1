import fc from 'fast-check';
import { foldCode } from '../../miniprogram/core/text';
import {
  judgeScan,
  looksLikePaymentCode,
  maskCodesIn,
  maskPaymentCode,
  walletOf,
} from '../../miniprogram/core/payment-code';

const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom(...Array.from('0123456789')),
    minLength: length,
    maxLength: length,
  });

const wechatCode = fc
  .tuple(fc.constantFrom('10', '11', '12', '13', '14', '15'), digits(16))
  .map((parts) => parts.join(''));

const alipayCode = fc
  .tuple(fc.constantFrom('25', '26', '27', '28', '29', '30'), fc.integer({ min: 14, max: 22 }))
  .chain(([head, length]) => digits(length).map((rest) => head + rest));

const noise = fc.string({
  unit: fc.constantFrom(
    ' ',
    '\t',
    '\r',
    '\n',
    '\0',
    '\u001d',
    '\u200b',
    '\ufeff',
    '\u3000',
    '\u2060',
  ),
  maxLength: 3,
});

describe('judgeScan', () => {
  test.each(['10', '11', '12', '13', '14', '15'])('18 digits from %s are a WeChat code', (head) => {
    const code = `${head}4567890123456789`;
    expect(judgeScan(code)).toEqual({ kind: 'wechatCode', code });
  });

  test.each([
    ['', 'empty'],
    [' \u0000\ufeff', 'empty'],
    ['281234567890123456', 'alipayCode'],
    ['2512345678901234', 'alipayCode'],
    ['30' + '1'.repeat(22), 'alipayCode'],
    ['https://pos.example.com/t?b=1', 'link'],
    ['HTTP://X', 'link'],
    ['weixin://wxpay/bizpayurl?pr=x', 'link'],
    ['6901234567892', 'goodsBarcode'],
    ['012345678905', 'goodsBarcode'],
    ['12345670', 'goodsBarcode'],
    ['1345', 'digitsOfOtherLength'],
    ['13456789012345678', 'digitsOfOtherLength'],
    ['1345678901234567890', 'digitsOfOtherLength'],
    ['30' + '1'.repeat(23), 'digitsOfOtherLength'],
    ['164567890123456789', 'digitsOfOtherKind'],
    ['094567890123456789', 'digitsOfOtherKind'],
    ['XS20261122001', 'text'],
    ['13456789012345678a', 'text'],
    ['13456789012345678-', 'text'],
    ['6212345678901234567', 'unionPayCode'],
    ['621234567890123456', 'digitsOfOtherKind'],
    ['62123456789012345678', 'digitsOfOtherLength'],
    ['١٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩', 'text'],
  ])('%j is %s', (text, found) => {
    expect(judgeScan(text)).toEqual({ kind: 'other', found });
  });

  test('every 18 digits that start 10–15 are a WeChat code, whatever noise surrounds them', () => {
    fc.assert(
      fc.property(wechatCode, noise, noise, noise, fc.nat(17), (code, a, b, c, cut) => {
        const text = a + code.slice(0, cut) + b + code.slice(cut) + c;
        expect(judgeScan(text)).toEqual({ kind: 'wechatCode', code });
        expect(looksLikePaymentCode(text)).toBe(true);
      }),
    );
  });

  test('no other digits are', () => {
    const others = fc
      .integer({ min: 0, max: 30 })
      .chain(digits)
      .filter((text) => !(text.length === 18 && /^1[0-5]/.test(text)));
    fc.assert(
      fc.property(others, (text) => {
        expect(judgeScan(text).kind).toBe('other');
      }),
    );
  });

  test('every Alipay code is named as one', () => {
    fc.assert(
      fc.property(alipayCode, (text) => {
        expect(judgeScan(text)).toEqual({ kind: 'other', found: 'alipayCode' });
        expect(looksLikePaymentCode(text)).toBe(true);
      }),
    );
  });
});

test.each([
  ['134567890123456789', 'wechat'],
  ['１３４５６７８９０１２３４５６７８９', 'wechat'],
  ['134567890123456789\ufe0f', 'wechat'],
  ['1345 6789 0123 4567 89', 'wechat'],
  ['2812345678901234', 'alipay'],
  ['6212345678901234567', 'unionPay'],
  ['６２１２３４５６７８９０１２３４５６７\r\n', 'unionPay'],
  ['XS20261122001', null],
  ['', null],
])('%j is a code of %s', (text, wallet) => {
  expect(walletOf(text)).toBe(wallet);
  expect(looksLikePaymentCode(text)).toBe(wallet !== null);
});

test('a long row of signs costs no more than its length', () => {
  expect(walletOf(`1${'#'.repeat(200_000)}a`)).toBeNull();
});

test('whatever noise a scan accepts inside a code, the words of a server are masked with it', () => {
  const parts = fc.string({
    unit: fc.constantFrom(
      ' ',
      '\t',
      '\n',
      '\0',
      '\u001d',
      '\u200b',
      '\ufeff',
      '\u3000',
      '\ufe0f',
      '\u3164',
    ),
    maxLength: 4,
  });
  fc.assert(
    fc.property(wechatCode, parts, parts, fc.nat(17), fc.nat(17), (code, a, b, one, two) => {
      const [low, high] = [Math.min(one, two), Math.max(one, two)];
      const text = code.slice(0, low) + a + code.slice(low, high) + b + code.slice(high);
      expect(judgeScan(text)).toEqual({ kind: 'wechatCode', code });
      expect(foldCode(maskCodesIn(`付款码${text}已过期`))).toBe(
        `付款码${code.slice(0, 2)}**************${code.slice(-2)}已过期`,
      );
    }),
  );
});

test('a code in full width is that code', () => {
  expect(judgeScan('１３４５６７８９０１２３４５６７８９')).toEqual({
    kind: 'wechatCode',
    code: '134567890123456789',
  });
});

test('a mask keeps the length and never shows more than four digits', () => {
  fc.assert(
    fc.property(wechatCode, (text) => {
      const scan = judgeScan(text);
      if (scan.kind !== 'wechatCode') throw new Error('not a code');
      const masked = maskPaymentCode(scan.code);
      expect(masked).toHaveLength(18);
      expect(masked.replace(/\D/g, '')).toBe(text.slice(0, 2) + text.slice(-2));
      expect(masked).toMatch(/^\d\d\*{14}\d\d$/);
    }),
  );
});

test.each([
  ['付款码134567890123456789已过期', '付款码13**************89已过期'],
  ['1345 6789 0123 4567 89', '13**************89'],
  ['13456789-100000000123456789', '13456789-10**************89'],
  ['支付宝 2812345678901234', '支付宝 28************34'],
  ['云闪付 6212345678901234567', '云闪付 62***************67'],
  ['１３４５６７８９０１２３４５６７８９', '13**************89'],
  ['1345\u200b67890\u200b\u200b123456789', '13**************89'],
  ['1345\u200b\u200b\u200b\u200b\u200b67890123456789', '13**************89'],
  ['1345    6789    0123    4567    89', '13**************89'],
  // Whatever a scan may bring as a code is masked as one.
  ['1\u200b3\u200b4\u200b5\u200b67890123456789', '13**************89'],
  ['1345 6789\t0123\n4567 89', '13**************89'],
  ['1345\u001d6789\u31640123456789', '13**************89'],
  // What stands beside a code stays, and hides none.
  ['订单 8 - 1345 6789 0123 4567 89', '订单 8 - 13**************89'],
  ['1345 6789 0123 4567 89\r\n28.00', '13**************89\r\n28.00'],
  ['1345 6789 0123 4567 89 28.00元', '13**************89 28.00元'],
  ['28.00 1345 6789 0123 4567 89', '28.00 13**************89'],
  ['1345 6789 0123 4567 89 - 5001 余额不足', '13**************89 - 5001 余额不足'],
  ['134567890123456789,141111111111111119', '13**************89,14**************19'],
  ['2812 3456 7890 1234\r\n5', '28************34\r\n5'],
  ['１３４５－６７８９－０１２３－４５６７－８９', '13**************89'],
  ['1345–6789–0123–4567–89', '13**************89'],
  ['1345.6789.0123.4567.89', '13**************89'],
  ['1345+6789+0123+4567+89', '13**************89'],
  ['单号 20261122001000012345 不存在', '单号 20261122001000012345 不存在'],
  ['余额不足', '余额不足'],
])('the words of a server: %s', (words, masked) => {
  expect(maskCodesIn(words)).toBe(masked);
});
