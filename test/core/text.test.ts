import fc from 'fast-check';
import {
  cleanText,
  foldCode,
  foldText,
  hasBreak,
  trimText,
  upperCase,
} from '../../miniprogram/core/text';

test.each([
  ['XS1', 'XS1'],
  ['', ''],
  [' \u3000\t\r\n', ''],
  ['\u0002XS1\u0003', 'XS1'],
  ['\ufeff\u00a0XS1\u2028', 'XS1'],
  ['ＸＳ－１', 'XS-1'],
  ['！～', '!~'],
  ['a\u3000b', 'a b'],
  ['单\u00ad号', '单号'],
  ['a\u202d1\u202c', 'a1'],
  ['1\ufe0f\u20e3', '1\u20e3'],
  ['a\udb40\udd00b', 'ab'],
  // No table of others: what looks different stays different.
  ['²½①ﬁ', '²½①ﬁ'],
  ['e\u0301é', 'e\u0301é'],
  ['\ud800', '\ud800'],
])('folded: %j → %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('trimming leaves what stands inside as it is: a link would become another', () => {
  expect(trimText('\u200b\u0002https://a\u200bb/?b=单＃1\ufeff\n')).toBe(
    'https://a\u200bb/?b=单＃1',
  );
});

test.each([
  ['\u0002134\u0003', '134'],
  ['1 3\u00a04', '134'],
  ['1\u001d3\n4', '134'],
  ['\u202a１３４\u202c', '134'],
  ['134', '134'],
])('a code: %j → %j', (text, bare) => {
  expect(foldCode(text)).toBe(bare);
});

test.each([
  ['XS1', false],
  ['XS 1', true],
  ['XS\u00a01', true],
  ['XS\u001d1', true],
  ['XS\u28001', true],
])('a break in %j: %s', (text, found) => {
  expect(hasBreak(text)).toBe(found);
});

test('capitals are those of ASCII', () => {
  expect(upperCase('xs-1单ßıſｘ')).toBe('XS-1单ßıſｘ');
});

/** ICU's own list, which phones lack and this machine has: nothing of it may be missing in ours. */
/** They are drawn as blanks, or part what stands beside them: dropped, they would make one word of two. */
const BREAKS = new Set([
  0x115f,
  0x1160,
  0x180e,
  0x2063,
  0x2064,
  0x3164,
  0xffa0,
  ...Array.from({ length: 12 }, (_, index) => 0xfff0 + index),
]);

test('every character that Unicode calls ignorable is dropped, or a break', () => {
  const ignorable = /^\p{Default_Ignorable_Code_Point}$/u;
  const left: string[] = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const character = String.fromCodePoint(code);
    if (!ignorable.test(character)) continue;
    const folded = foldText(`a${character}b`);
    const right = BREAKS.has(code) ? hasBreak(folded) : folded === 'ab';
    if (!right || foldText(character) !== '') left.push(code.toString(16));
  }
  expect(left).toEqual([]);
});

test('every white space and control character is taken off the ends, and is a break inside', () => {
  const blank = /^[\p{White_Space}\p{Cc}]$/u;
  for (let code = 0; code <= 0xffff; code += 1) {
    const character = String.fromCodePoint(code);
    if (!blank.test(character)) continue;
    expect(foldText(`${character}a${character}`)).toBe('a');
    expect(hasBreak(foldText(`a${character}b`))).toBe(true);
    expect(foldCode(`a${character}b`)).toBe('ab');
  }
});

test('nothing is dropped that Unicode calls a letter, a digit or a sign', () => {
  const visible = /^[\p{L}\p{N}\p{P}\p{S}]$/u;
  const fillers = new Set([0x115f, 0x1160, 0x2800, 0x3164, 0xffa0]);
  for (let code = 0; code <= 0xffff; code += 1) {
    const character = String.fromCodePoint(code);
    if (!visible.test(character) || fillers.has(code)) continue;
    expect(cleanText(character)).toBe(character);
  }
});

test('the app’s own fold of width is that of NFKC, for the characters that it folds', () => {
  for (let code = 0xff01; code <= 0xff5e; code += 1) {
    const wide = String.fromCharCode(code);
    expect(foldText(wide)).toBe(wide.normalize('NFKC'));
  }
});

test('a long row of blanks inside costs no more than its length', () => {
  const text = `a${' '.repeat(200_000)}b单`;
  // Quadratic it would take minutes.
  expect(foldText(text)).toHaveLength(200_003);
});

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
      expect(foldCode(foldCode(text))).toBe(foldCode(text));
      expect(foldCode(foldText(text))).toBe(foldCode(text));
    }),
  );
});
