import { readFile } from 'node:fs/promises';
import type { Charge } from '../../../sandbox';
import { readCsv } from '../../support/read-csv';
import { expect, type Till } from '../support/till';
import { shownTexts } from '../support/texts';
import { wordOf, type Word } from './bills';
import { yuan } from './counter';

/** A conflict does not count as collected. */
type CountedWord = Exclude<Word, '冲突'>;

/** "¥28.00" and "1 笔". */
type Sum = readonly [amount: string, count: string];

export type Totals = Readonly<Record<CountedWord, Sum>>;

/** The totals that these charges make, by the words that the story of each bill leads to. */
export function totalsOf(charges: readonly Charge[]): Totals {
  const sum = (word: Word): Sum => {
    const counted = charges.filter(({ billNumber }) => wordOf(billNumber) === word);
    const fen = counted.reduce((all, charge) => all + charge.fen, 0);
    return [yuan(fen), `${counted.length} 笔`];
  };
  return { 系统确认: sum('系统确认'), 按单据状态: sum('按单据状态'), 人工确认: sum('人工确认') };
}

/** Both columns of the records page's table: the day, and this shift. */
export async function shownTotals(
  till: Till,
): Promise<{ readonly today: Totals; readonly shift: Totals }> {
  const texts = await shownTexts(till.page);
  const after = (word: Word, from: number): Sum => {
    const at = texts.indexOf(word);
    expect(at).toBeGreaterThan(0);
    return [texts[at + from] ?? '', texts[at + from + 1] ?? ''];
  };
  const column = (from: number): Totals => ({
    系统确认: after('系统确认', from),
    按单据状态: after('按单据状态', from),
    人工确认: after('人工确认', from),
  });
  return { today: column(1), shift: column(3) };
}

/** A line of the exported file, by the heading of its columns. */
export type CsvLine = Readonly<Record<string, string>>;

/** Exports all records from the records page. */
export async function exported(till: Till): Promise<{ text: string; lines: readonly CsvLine[] }> {
  await till.button('导出').click();
  await till.page.getByRole('button', { name: /^全部保留的记录/ }).click();
  await till.button('发送文件').click();
  const arriving = till.page.waitForEvent('download');
  const sheet = till.page.getByRole('dialog', { name: '模拟发送文件' });
  await sheet.getByRole('button', { name: '发送' }).click();
  const text = await readFile(await (await arriving).path(), 'utf8');
  const [head = [], ...rows] = readCsv(text.replace(/^\uFEFF/, ''));
  const lines = rows.map((row) =>
    Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])),
  );
  return { text, lines };
}

/** The totals of the exported file. Sums in fen from the digits: a float could hide a lost fen. */
export function csvTotals(lines: readonly CsvLine[]): Totals {
  const sum = (word: Word): Sum => {
    const counted = lines.filter((line) => line['依据'] === word);
    const fen = counted.reduce((all, line) => all + fenOf(line), 0);
    return [yuan(fen), `${counted.length} 笔`];
  };
  return { 系统确认: sum('系统确认'), 按单据状态: sum('按单据状态'), 人工确认: sum('人工确认') };
}

/**
 * Takes one line for each charge, and says what does not fit.
 *
 * @returns the lines that no charge belongs to, and the charges without a line, in words
 */
export function settle(
  charges: readonly Charge[],
  lines: readonly CsvLine[],
): { readonly unpaid: readonly CsvLine[]; readonly missing: readonly string[] } {
  const left = Array.from(lines);
  const missing: string[] = [];
  for (const charge of charges) {
    const at = left.findIndex((line) => tells(line, charge));
    if (at < 0) missing.push(`${charge.billNumber} ${charge.fen} ${charge.by}`);
    else left.splice(at, 1);
  }
  return { unpaid: left, missing };
}

/** Bill, amount, code, user, time, word and (where it was answered) serial number are the charge's. */
function tells(line: CsvLine, charge: Charge): boolean {
  const word = wordOf(charge.billNumber);
  const code = charge.code ?? '';
  const number = line['支付流水号'];
  return (
    line['售货单'] === charge.billNumber &&
    fenOf(line) === charge.fen &&
    line['付款码'] === `${code.slice(0, 2)}${'*'.repeat(14)}${code.slice(-2)}` &&
    line['收款人'] === charge.by &&
    (line['扫码时间'] ?? '') <= shopTime(charge.at) &&
    line['依据'] === (word === '冲突' ? '' : word) &&
    (line['状态'] === '冲突') === (word === '冲突') &&
    (number === String(charge.serial) || (number === '' && word !== '系统确认'))
  );
}

function fenOf(line: CsvLine): number {
  const amount = line['金额（元）'] ?? '';
  if (!/^\d+\.\d\d$/.test(amount)) throw new Error(`not an amount: ${amount}`);
  return Number(amount.replace('.', ''));
}

/** "2026-11-22 09:05:00" where the shop is. */
function shopTime(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
