/** A table as text for spreadsheets: RFC 4180, with a byte order mark so that Excel reads it as UTF-8. */

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/**
 * Cells that a spreadsheet would take as a formula, in their full-width forms too. Apostrophes in
 * front belong to the pattern so that a guarded cell can be told from one that was so by itself.
 */
const FORMULA_LIKE = /^'*[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]/;

/** The table with a cell a value; every line ends with CR LF. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => row.map(cell).join(',') + LINE_END).join('');
}

/** An apostrophe in front makes a spreadsheet take the cell as text. */
function cell(value: string): string {
  const guarded = FORMULA_LIKE.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}
