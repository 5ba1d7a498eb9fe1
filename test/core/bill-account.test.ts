import fc from 'fast-check';
import {
  billAccount,
  type BillLook,
  dueOfRows,
  judgeAmount,
  nothingToCollect,
  suggestedAmount,
} from '../../miniprogram/core/bill-account';
import type { BillRow, SellState } from '../../miniprogram/core/bill-row';
import { fen, MAX_AMOUNT } from '../../miniprogram/core/money';
import { readServerDecimal } from '../../miniprogram/core/server-decimal';
import type { Attempt } from '../../miniprogram/core/attempt';
import { fakeAttempt } from '../support/fakes/attempt';

const ANY_YUAN = fc.integer({ min: -1_000_000, max: 1_000_000 });

function row(subtotal: unknown, sellState: SellState = 'sold'): BillRow {
  return {
    productName: '茶',
    barcode: '',
    unit: '盒',
    quantity: '1',
    subtotal: readServerDecimal(subtotal),
    sellState,
  };
}

interface Known {
  readonly payState?: string | null;
  readonly receipt?: readonly [unknown, unknown];
  readonly rows?: readonly BillRow[] | null;
}

function look({ payState = '1', receipt, rows = null }: Known): BillLook {
  const figures =
    receipt === undefined
      ? null
      : { due: readServerDecimal(receipt[0]), collected: readServerDecimal(receipt[1]) };
  return { payState, receipt: figures, rows };
}

/** One attempt of this phone that was answered. */
function answered(amount: number): Attempt[] {
  return [fakeAttempt('collected', { amount: fen(amount), proof: 'answer' })];
}

/** One of which a person says that it was paid, on a bill of which nothing was collected before. */
function byStaff(amount: number): Attempt[] {
  return [fakeAttempt('staffPaid', { amount: fen(amount) })];
}

describe('due of the rows', () => {
  test.each<[string, readonly BillRow[], number | null]>([
    ['no rows', [], 0],
    ['one', [row(28)], 2800],
    ['several', [row(19.8), row('6.20'), row(2)], 2800],
    ['a returned row is not due', [row(129), row(129, 'returned')], 12900],
    ['a returned row may be unreadable', [row(129), row('?', 'returned')], 12900],
    ['a negative row', [row(30), row(-2)], 2800],
    ['three decimals: not computed with', [row(19.8), row(47.976)], null],
    ['no figure', [row(undefined)], null],
    ['an undocumented sellstate', [row(28), row(1, 'other')], null],
  ])('%s', (_name, rows, due) => {
    expect(dueOfRows(rows)).toBe(due);
  });

  test('never drifts: the sum in fen is the sum', () => {
    fc.assert(
      fc.property(fc.array(ANY_YUAN), (amounts) => {
        const rows = amounts.map((amount) => row((amount / 100).toFixed(2)));
        expect(dueOfRows(rows)).toBe(fen(amounts.reduce((sum, amount) => sum + amount, 0)));
      }),
    );
  });
});

describe('the account', () => {
  test.each<[string, Known, number, object]>([
    [
      'by the receipt, whatever the rows and this phone say',
      { receipt: [28, 8], rows: [row(99)] },
      500,
      { source: 'receipt', due: 2800, collected: 800, remaining: 2000 },
    ],
    [
      'a receipt with three decimals is shown, not computed with',
      { receipt: [28.005, 8], rows: [row(28)] },
      0,
      { source: 'receipt', due: null, collected: 800, remaining: null },
    ],
    [
      'by the rows and this phone',
      { rows: [row(28)] },
      1000,
      { source: 'rows', due: 2800, collected: 1000, remaining: 1800 },
    ],
    [
      'rows not readable',
      { rows: null },
      1000,
      { source: 'rows', due: undefined, collected: 1000, remaining: null },
    ],
    [
      'rows that cannot be computed with',
      { rows: [row(1.234)] },
      0,
      { source: 'rows', due: undefined, collected: 0, remaining: null },
    ],
    [
      'more was collected here than the rows come to',
      { rows: [row(28)] },
      3000,
      { source: 'rows', due: 2800, collected: 3000, remaining: -200 },
    ],
  ])('%s', (_name, known, collectedHere, expected) => {
    const { source, due, collected, remaining } = billAccount(look(known), answered(collectedHere));
    expect({ source, due: due?.amount, collected: collected?.amount, remaining }).toEqual(expected);
  });

  test('the server’s own text stays', () => {
    const account = billAccount(look({ receipt: ['28.005', 8] }), []);
    expect(account.due?.text).toBe('28.005');
  });

  test('due = collected + remaining wherever all three are known', () => {
    fc.assert(
      fc.property(ANY_YUAN, ANY_YUAN, fc.boolean(), (due, collected, byReceipt) => {
        const yuan = (amount: number): string => (amount / 100).toFixed(2);
        const known = byReceipt
          ? look({ receipt: [yuan(due), yuan(collected)] })
          : look({ rows: [row(yuan(due))] });
        const account = billAccount(known, answered(collected));
        expect(account.remaining).toBe(fen(due - collected));
      }),
    );
  });
});

describe('what may be filled in', () => {
  test.each<[string, Known, number | null]>([
    ['what remains by the receipt', { receipt: [28, 8] }, 2000],
    ['what remains by the rows', { rows: [row(28)] }, 2800],
    ['nothing where nothing remains', { receipt: [28, 28] }, null],
    ['nothing where too much was collected', { receipt: [28, 30] }, null],
    ['nothing where it is not known', {}, null],
    ['not more than the keypad takes', { receipt: [10_000_000, 0] }, null],
    ['as much as the keypad takes', { receipt: ['9999999.99', 0] }, MAX_AMOUNT],
  ])('%s', (_name, known, suggested) => {
    expect(suggestedAmount(billAccount(look(known), []))).toBe(suggested);
  });
});

describe('nothing to collect', () => {
  test.each<[string, Known, number, string | null]>([
    ['there is', { receipt: [28, 8] }, 0, null],
    ['paystate 3', { payState: '3', receipt: [28, 28] }, 0, 'collected'],
    ['paystate 3, whatever the receipt says', { payState: '3', receipt: [28, 0] }, 0, 'collected'],
    ['paystate 3 without a receipt', { payState: '3', rows: [row(28)] }, 0, 'collected'],
    ['the receipt says that nothing remains', { receipt: [28, 28] }, 0, 'collected'],
    ['the receipt says that too much was collected', { receipt: [28, 30] }, 0, 'collected'],
    ['nothing due by the receipt', { receipt: [0, 0] }, 0, 'empty'],
    ['nothing due by the receipt, called complete', { payState: '3', receipt: [0, 0] }, 0, 'empty'],
    ['no rows', { rows: [] }, 0, 'empty'],
    ['only returned rows', { rows: [row(28, 'returned')] }, 0, 'empty'],
    ['no rows, called complete', { payState: '3', rows: [] }, 0, 'collected'],
    ['this phone has it all, but that is not the whole truth', { rows: [row(28)] }, 2800, null],
    ['nothing is known', { payState: null }, 0, null],
  ])('%s', (_name, known, collectedHere, expected) => {
    const seen = look(known);
    expect(nothingToCollect(seen, billAccount(seen, answered(collectedHere)))).toBe(expected);
  });
});

describe('an amount against the account', () => {
  test.each<[string, Known, number, string]>([
    ['exactly what remains', { receipt: [28, 8] }, 2000, 'fits'],
    ['a fen above the receipt', { receipt: [28, 8] }, 2001, 'above'],
    ['exactly the difference', { rows: [row(28)] }, 2800, 'fits'],
    ['a fen above the rows', { rows: [row(28)] }, 2801, 'doubtful'],
    ['nothing known', {}, MAX_AMOUNT, 'fits'],
    ['a receipt that cannot be computed with', { receipt: ['28.005', 0] }, MAX_AMOUNT, 'fits'],
  ])('%s', (_name, known, amount, verdict) => {
    expect(judgeAmount(billAccount(look(known), []), fen(amount))).toBe(verdict);
  });

  test('what is filled in or suggested always fits; only the receipt refuses', () => {
    fc.assert(
      fc.property(ANY_YUAN, ANY_YUAN, fc.boolean(), ANY_YUAN, (due, collected, receipt, amount) => {
        const yuan = (value: number): string => (value / 100).toFixed(2);
        const known = receipt
          ? look({ receipt: [yuan(due), yuan(collected)] })
          : look({ rows: [row(yuan(due))] });
        const account = billAccount(known, answered(collected));
        const suggested = suggestedAmount(account);
        if (suggested !== null) expect(judgeAmount(account, suggested)).toBe('fits');
        const verdict = judgeAmount(account, fen(amount));
        expect(verdict === 'above').toBe(receipt && amount > due - collected);
        expect(verdict === 'doubtful').toBe(!receipt && amount > due - collected);
      }),
    );
  });
});

describe('a part that staff confirmed', () => {
  test.each<[string, Known, number, number | null]>([
    ['not on the receipt', { receipt: [100, 0] }, 4000, null],
    ['partly on the receipt', { receipt: [100, 30] }, 1000, null],
    ['on the receipt', { receipt: [100, 40] }, 0, 6000],
    ['with other money besides', { receipt: [100, 50] }, 0, 5000],
    ['a receipt that cannot be computed with', { receipt: [100, '0.005'] }, 0, null],
    ['rows: this phone’s own sum holds it', { rows: [row(100)] }, 0, 6000],
  ])('%s', (_name, known, uncounted, suggested) => {
    const account = billAccount(look(known), byStaff(4000));
    expect([account.uncounted, suggestedAmount(account)]).toEqual([uncounted, suggested]);
  });

  test.each<[number, string]>([
    [6000, 'fits'],
    [6001, 'doubtful'],
    [10_000, 'doubtful'],
    [10_001, 'above'],
  ])('%d fen of 100 yuan with 40 not counted: %s', (amount, verdict) => {
    const account = billAccount(look({ receipt: [100, 0] }), byStaff(4000));
    expect(judgeAmount(account, fen(amount))).toBe(verdict);
  });

  test('nothing is suggested while any of it is missing', () => {
    const yuan = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(yuan, yuan, yuan, (due, collected, part) => {
        const receipt = [(due / 100).toFixed(2), (collected / 100).toFixed(2)] as const;
        const account = billAccount(look({ receipt }), byStaff(part));
        expect(account.uncounted).toBe(Math.max(0, part - collected));
        if (collected < part) expect(suggestedAmount(account)).toBeNull();
      }),
    );
  });
});
