import fc from 'fast-check';
import { type KeypadKey, pressKey } from '../../miniprogram/core/keypad';
import { MAX_AMOUNT, parseYuan } from '../../miniprogram/core/money';
import { thrownBy } from '../support/world/thrown';

const KEYS: readonly KeypadKey[] = [
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '00',
  '.',
  'backspace',
  'clear',
];

function press(text: string, ...keys: KeypadKey[]): string {
  return keys.reduce(pressKey, text);
}

test.each<[string, KeypadKey, string]>([
  ['', '5', '5'],
  ['', '0', '0'],
  ['', '00', '0'],
  ['0', '0', '0'],
  ['0', '00', '0'],
  ['0', '7', '7'],
  ['', '.', '0.'],
  ['0', '.', '0.'],
  ['12', '.', '12.'],
  ['12.', '.', '12.'],
  ['12.3', '.', '12.3'],
  ['12.', '00', '12.00'],
  ['12.3', '00', '12.30'],
  ['12.34', '00', '12.34'],
  ['12.34', '5', '12.34'],
  ['1234567', '8', '1234567'],
  ['123456', '00', '1234560'],
  ['1234567', '00', '1234567'],
  ['1234567', '.', '1234567.'],
  ['1234567.8', '9', '1234567.89'],
  ['12.34', 'backspace', '12.3'],
  ['12.', 'backspace', '12'],
  ['0.', 'backspace', '0'],
  ['', 'backspace', ''],
  ['12.34', 'clear', ''],
  ['', 'clear', ''],
])('%j, then %s: %j', (text, key, expected) => {
  expect(pressKey(text, key)).toBe(expected);
});

test('the largest amount can be typed', () => {
  expect(
    parseYuan(press('', ...(['9', '9', '9', '9', '9', '9', '9', '.', '9', '9'] as const))),
  ).toBe(MAX_AMOUNT);
});

test('the text can always be read, or is a beginning that only lacks a digit', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...KEYS), { maxLength: 30 }), (keys) => {
      const text = press('', ...keys);
      expect(text).toMatch(/^(?:|(?:0|[1-9]\d{0,6})(?:\.\d{0,2})?)$/);
      if (/[1-9]/.test(text)) {
        expect(parseYuan(text)).toBeGreaterThan(0);
      } else {
        const reason = text === '' ? 'empty' : 'notPositive';
        expect(thrownBy(() => parseYuan(text))).toMatchObject({ reason });
      }
    }),
  );
});

test('backspace takes one character back', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...KEYS), { maxLength: 12 }),
      fc.constantFrom<KeypadKey>('1', '9'),
      (keys, digit) => {
        const text = press('', ...keys);
        const longer = pressKey(text, digit);
        if (longer.length > text.length) expect(pressKey(longer, 'backspace')).toBe(text);
      },
    ),
  );
});
