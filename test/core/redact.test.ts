import fc from 'fast-check';
import { redact, redactMessage } from '../../miniprogram/core/redact';

const KEY = 'E10ADC3949BA59ABBE56E057F20F883E';
const CIPHER = 'hX0q/RmF3v6Y+E4mPq9sT1uZcB2dK7Lw';

describe('redact', () => {
  test.each([
    // Payment codes: as scanned, grouped, full-width, with noise, inside other text, in longer rows.
    ['134567890123456789', '[code]'],
    ['扫到 134567890123456789。', '扫到 [code]。'],
    ['1345 6789 0123 4567 89', '[code]'],
    ['１３４５６７８９０１２３４５６７８９', '[code]'],
    ['1345\u200b67890123456789\u200e', '[code]'],
    ['1345\ufe0f6789\u00ad0123\udb40\udc31456789', '[code]'],
    ['1345\t\t\t\t67890123456789', '[code]'],
    ['a?billnum=1345+6789+0123+4567+89', 'a?billnum=[code]'],
    ['a?billnum=1345%206789%200123%204567%2089', 'a?billnum=[code]'],
    ['1345.6789.0123.4567.89', '[code]'],
    ['code=134567890123456789&x', 'code=[code]&x'],
    ['9134567890123456789', '[code]'],
    ['x134567890123456789x', 'x[code]x'],
    ['2812345678901234', '[code]'],
    ['308012345678901234567890', '[code]'],
    // KEY, cipher texts, headers.
    [KEY, '[secret]'],
    [`key ${KEY.toLowerCase()}!`, 'key [secret]!'],
    [CIPHER, '[secret]'],
    ['"wechatbarcode":"hX0q/RmF3v6Y+E4mPq9sT1uZcB2dK7Lw"', '"wechatbarcode":"[secret]"'],
    ['Hawk id="1001", ts="1", nonce="a", mac="x="', '[secret]'],
    ['header Bearer abc', 'header [secret]'],
    ['Authorization: x y', 'Authorization: [secret]'],
    ['{"token":"abc"}', '{"token":[secret]'],
    ['password=hunter2', 'password=[secret]'],
    ['密码：1', '密码:[secret]'],
    ['ｐａｓｓｗｏｒｄ：hunter2', 'password:[secret]'],
    ['密\u200b码：hunter2', '密码:[secret]'],
    // As short as they come.
    ['pwd:1', 'pwd:[secret]'],
    ['hawk a', '[secret]'],
    ['1234567890123456', '[code]'],
    // What support needs stays.
    ['123456789012345', '123456789012345'],
    ['XS20261122001', 'XS20261122001'],
    ['13**************89', '13**************89'],
    ['2026-11-22 14:05:09', '2026-11-22 14:05:09'],
    ['https://pos.example.com:8443/pos', 'https://pos.example.com:8443/pos'],
    ['0a1b2c3d4e5f6071', '0a1b2c3d4e5f6071'],
    ['pages/collect/collect', 'pages/collect/collect'],
    [
      'setStorage:fail exceed storage max size 10Mb',
      'setStorage:fail exceed storage max size 10Mb',
    ],
    ['', ''],
  ])('%s', (text, masked) => {
    expect(redact(text)).toBe(masked);
  });

  test('secrets in use are masked whatever they look like; the shortest are not searched for', () => {
    expect(redact('a tok-9 b tok-9', ['tok-9', 'b'])).toBe('a [secret] b [secret]');
  });

  test('cutting a long text leaves no part of a code', () => {
    for (let before = 180; before <= 200; before += 1) {
      const cut = redact(`${'字'.repeat(before)}134567890123456789`);
      expect(cut).not.toMatch(/\d{2}/);
      expect(cut.length).toBeLessThanOrEqual(200);
    }
    expect(redact(`${' '.repeat(3_990)}134567890123456789`)).not.toContain('13456');
    expect(redact(`${'A'.repeat(3_985)} 134567890123456789`)).not.toContain('13456');
  });

  test('no code survives, wherever it stands', () => {
    const digits = fc.stringMatching(/^1[0-5]\d{16}$|^(2[5-9]|30)\d{14,22}$/);
    fc.assert(
      fc.property(fc.string(), digits, fc.string(), (before, code, after) => {
        expect(redact(`${before}${code}${after}`)).not.toContain(code);
        expect(redactMessage(`${before}${code}${after}`)).not.toContain(code.slice(0, 8));
      }),
    );
  });
});

test.each([
  // Engines quote what they could not read.
  ['Unexpected token H, "Hawk id="1"" is not valid JSON', 'Unexpected token H, "[secret]'],
  [
    'Unexpected token, "E10ADC39"... is not valid JSON',
    'Unexpected token, "…"... is not valid JSON',
  ],
  ['wrong password 123456', 'wrong password [digits]'],
  [
    'Cannot read properties of undefined (reading "amount")',
    'Cannot read properties of undefined (reading "amount")',
  ],
  [
    "undefined is not an object (evaluating 'a.b')",
    "undefined is not an object (evaluating 'a.b')",
  ],
])('a message: %s', (text, masked) => {
  expect(redactMessage(text)).toBe(masked);
});
