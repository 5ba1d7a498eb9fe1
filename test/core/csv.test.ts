import fc from 'fast-check';
import { writeCsv } from '../../miniprogram/core/csv';
import { readCsv, unguarded } from '../support/read-csv';

const BOM = '\uFEFF';

test.each([
  ['plain', '28.00', '28.00'],
  ['empty', '', ''],
  ['comma', 'a,b', '"a,b"'],
  ['quote', '五寸"钉', '"五寸""钉"'],
  ['line', 'a\nb', '"a\nb"'],
  ['formula', '=1+1', "'=1+1"],
  ['formula in quotes', '=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ['plus', '+86', "'+86"],
  ['minus', '-5.00', "'-5.00"],
  ['at', '@SUM(A1)', "'@SUM(A1)"],
  ['tab', '\t=1', "'\t=1"],
  ['carriage return', '\r=1', `"'\r=1"`],
  ['full-width', '＝1', "'＝1"],
  ['an apostrophe that was there', "'=1", "''=1"],
  ['an apostrophe that guards nothing', "'abc", "'abc"],
])('%s', (_name, value, written) => {
  expect(writeCsv([[value]])).toBe(`${BOM}${written}\r\n`);
});

test('a byte order mark first, every line ends with CR LF', () => {
  expect(
    writeCsv([
      ['单号', '金额'],
      ['XS1', '28.00'],
    ]),
  ).toBe(`${BOM}单号,金额\r\nXS1,28.00\r\n`);
});

/** Texts rich in what a table could stumble over. */
const anyText = fc
  .array(fc.constantFrom('"', ',', '\r', '\n', "'", '=', '-', '＝', '\t', ' ', '售', 'a', '1'))
  .map((chars) => chars.join(''));
const anyTable = fc
  .integer({ min: 1, max: 6 })
  .chain((width) =>
    fc.array(fc.array(fc.oneof(anyText, fc.string()), { minLength: width, maxLength: width })),
  );

test('read back, every table is the same', () => {
  fc.assert(
    fc.property(anyTable, (rows) => {
      const text = writeCsv(rows);
      expect(text.startsWith(BOM)).toBe(true);
      expect(readCsv(text.slice(1)).map((row) => row.map(unguarded))).toEqual(rows);
    }),
  );
});

test('no cell begins as a formula does', () => {
  fc.assert(
    fc.property(anyTable, (rows) => {
      for (const cell of readCsv(writeCsv(rows).slice(1)).flat()) {
        expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }
    }),
  );
});
