import fc from 'fast-check';
import { billContains, billKey, parseBillNumber, sameBill } from '../../miniprogram/core/bill';
import { thrownBy } from '../support/world/thrown';

const SERVER = 'https://pos.example.com';

describe('parseBillNumber', () => {
  test.each([
    ['X', 'X'],
    ['XS20261122001', 'XS20261122001'],
    ['  XS20261122001\n', 'XS20261122001'],
    ['xs-2026_11/22.001#', 'xs-2026_11/22.001#'],
    ['ＸＳ２０２６', 'XS2026'],
    ['　ＸＳ１　', 'XS1'],
    ['售货单001', '售货单001'],
    ['12345678901234567890', '12345678901234567890'],
    ['164567890123456789', '164567890123456789'],
    ['A134567890123456789', 'A134567890123456789'],
    // Digits with signs are a shop's own number, unless they stand in fours as on a code.
    ['1001-20261122-000123', '1001-20261122-000123'],
    ['2026-1122-0001', '2026-1122-0001'],
    ['〇㐀龥𠮷', '〇㐀龥𠮷'],
    // A scanner's ends; characters without a look, wherever they stand.
    ['\u0002XS1\u0003', 'XS1'],
    ['\ufeffXS1\u00a0', 'XS1'],
    ['XS\u200b1', 'XS1'],
    ['\u202dXS1\u202c', 'XS1'],
    ['XS1\ufe0f', 'XS1'],
    ['\u2066X\u00adS\u206a1\u2069', 'XS1'],
    ['XS1\udb40\udc31', 'XS1'],
  ])('%j → %j', (text, bill) => {
    expect(parseBillNumber(text)).toBe(bill);
  });

  test.each([
    ['', 'empty'],
    [' \u3000\t', 'empty'],
    ['1'.repeat(21), 'tooLong'],
    ['单'.repeat(21), 'tooLong'],
    ['XS 1', 'blankInside'],
    ['XS\n1', 'blankInside'],
    ['XS1\n28.00', 'blankInside'],
    ['Code 128', 'blankInside'],
    ['XS\u30001', 'blankInside'],
    ['XS\u00001', 'blankInside'],
    ['XS1\u001d28.00', 'blankInside'],
    ['XS1 2026-11-22 14:05', 'blankInside'],
    // Fillers are drawn as blanks, and some invisible signs part two fields.
    ['XS1\u316428.00', 'blankInside'],
    ['XS1\u206328.00', 'blankInside'],
    ['XS1\u180e28.00', 'blankInside'],
    ['undefined', 'empty'],
    ['NULL', 'empty'],
    [' None\r', 'empty'],
    // What NFKC folds on some phones and not on others.
    ['XS1²', 'badCharacters'],
    ['XS1½', 'badCharacters'],
    ['XS①', 'badCharacters'],
    ['XSﷺ', 'badCharacters'],
    ['ｶﾀｶﾅ', 'badCharacters'],
    ['\uf902', 'badCharacters'],
    ['𝟏𝟐', 'badCharacters'],
    ['é', 'badCharacters'],
    ['XS?1', 'badCharacters'],
    ['XS%2F1', 'badCharacters'],
    ['XS"1', 'badCharacters'],
    ['😀', 'badCharacters'],
    ['\ud800', 'badCharacters'],
    ['\ud842', 'badCharacters'],
    ['\ud87e\udc00', 'badCharacters'],
    ['单\u3099', 'badCharacters'],
    ['Русский', 'badCharacters'],
    ['134567890123456789', 'paymentCode'],
    ['1345 6789 0123 456789', 'paymentCode'],
    ['\u001d134567890123456789', 'paymentCode'],
    ['１３４５６７８９０１２３４５６７８９', 'paymentCode'],
    ['134567890123456789\ufe0f', 'paymentCode'],
    ['1345\u200b67890123456789', 'paymentCode'],
    ['1345-6789-0123-4567-89', 'paymentCode'],
    ['2812-3456-7890-1234', 'paymentCode'],
    ['２８１２／３４５６／７８９０／１２３４', 'paymentCode'],
    ['134567890123456789#', 'paymentCode'],
    ['.134567890123456789', 'paymentCode'],
    ['6212345678901234567', 'unionPayCode'],
    ['6212 3456 7890 1234 567', 'unionPayCode'],
    ['６２１２３４５６７８９０１２３４５６７', 'unionPayCode'],
    ['281234567890123456', 'paymentCode'],
    ['30' + '1'.repeat(22), 'paymentCode'],
  ])('refuses %j: %s', (text, reason) => {
    expect(thrownBy(() => parseBillNumber(text))).toMatchObject({
      code: 'invalidBillNumber',
      reason,
    });
  });

  test('the refusal does not carry the text: it may be a payment code', () => {
    const code = '134567890123456789';
    const error = thrownBy(() => parseBillNumber(code));
    expect(`${String(error)}${JSON.stringify(error)}`).not.toContain(code);
  });

  test('the setting billNumberPattern lets numbers of that form through, and only those', () => {
    const pattern = /^10\d{16}$/;
    expect(parseBillNumber('104567890123456789', pattern)).toBe('104567890123456789');
    expect(thrownBy(() => parseBillNumber('134567890123456789', pattern))).toMatchObject({
      reason: 'paymentCode',
    });
    expect(thrownBy(() => parseBillNumber(`10${'1'.repeat(30)}`, /^\d+$/))).toMatchObject({
      reason: 'tooLong',
    });
  });

  test('the pattern has no memory, whatever its flags', () => {
    const pattern = /^10\d{16}$/g;
    for (let time = 0; time < 3; time += 1) {
      expect(parseBillNumber('104567890123456789', pattern)).toBe('104567890123456789');
    }
  });

  test('what it accepts is 1–20 characters, fit for a path, and read again as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 24 }), (text) => {
        let bill: string;
        try {
          bill = parseBillNumber(text);
        } catch (error) {
          expect(error).toMatchObject({ code: 'invalidBillNumber' });
          return;
        }
        expect(Array.from(bill).length).toBeGreaterThanOrEqual(1);
        expect(Array.from(bill).length).toBeLessThanOrEqual(20);
        expect(decodeURIComponent(encodeURIComponent(bill))).toBe(bill);
        expect(parseBillNumber(bill)).toBe(bill);
        expect(sameBill(bill, text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test.each(['.', '..'])('%j would be another path, not a bill', (text) => {
    expect(thrownBy(() => parseBillNumber(text))).toMatchObject({ reason: 'badCharacters' });
  });
});

describe('billKey', () => {
  test.each([
    ['XS001', 'xs001'],
    ['XS001', ' XS001 '],
    ['XS001', 'ＸＳ００１'],
    ['XS001', 'ｘｓ００１'],
    ['XS001', 'XS\u200b001\ufe0f'],
    ['XS001', '\u0002XS001\r\n'],
  ])('%j and %j name the same bill', (a, b) => {
    expect(sameBill(a, b)).toBe(true);
    expect(billKey(SERVER, a)).toBe(billKey(SERVER, b));
  });

  test.each([
    ['XS001', 'XS01'],
    ['XS001', 'XS-001'],
    ['0', 'O'],
    // Capitals that some engines make of letters that are none of ASCII.
    ['XSI', 'XSı'],
    ['XSS', 'XSſ'],
    ['XS1', 'XS1²'],
    ['XS12', 'XS1²'],
    ['XSK', 'XS\u212a'],
  ])('%j and %j do not', (a, b) => {
    expect(sameBill(a, b)).toBe(false);
    expect(billKey(SERVER, a)).not.toBe(billKey(SERVER, b));
  });

  test('the same number on another server is another bill', () => {
    expect(billKey(SERVER, 'XS1')).not.toBe(billKey(`${SERVER}:8443`, 'XS1'));
  });
});

test.each([
  ['XS20261122001', '1122', true],
  ['XS20261122001', ' ｘｓ２０２６', true],
  ['xs7', 'XS7', true],
  ['XS7', '', true],
  ['XS7', 'XS77', false],
])('%s holds %j: %s', (bill, typed, holds) => {
  expect(billContains(bill, typed)).toBe(holds);
});
