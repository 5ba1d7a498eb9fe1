import fc from 'fast-check';
import type { BillAccount } from '../../miniprogram/core/bill-account';
import {
  amountOf,
  type AmountOrigin,
  changeBill,
  type CollectForm,
  EMPTY_FORM,
  followAccount,
  pressAmountKey,
  takeSuggestion,
} from '../../miniprogram/core/collect-form';
import type { KeypadKey } from '../../miniprogram/core/keypad';
import { fen } from '../../miniprogram/core/money';

function byReceipt(remaining: number | null): BillAccount {
  const known = remaining === null ? null : fen(remaining);
  return { source: 'receipt', due: null, collected: null, remaining: known, uncounted: fen(0) };
}

function byRows(remaining: number): BillAccount {
  return { ...byReceipt(remaining), source: 'rows' };
}

/** Some of what remains has come in by staff's word. */
function short(remaining: number): BillAccount {
  return { ...byReceipt(remaining), uncounted: fen(500) };
}

function form(bill: string, amount: string, origin: AmountOrigin): CollectForm {
  return { bill, amount, origin };
}

describe('the bill changes', () => {
  test.each<[string, CollectForm, string, CollectForm]>([
    ['first bill', EMPTY_FORM, 'XS1', form('XS1', '', 'none')],
    ['a typed amount stays', form('XS1', '10', 'typed'), 'XS2', form('XS2', '10', 'typed')],
    ['one filled in goes', form('XS1', '28.00', 'filled'), 'XS2', form('XS2', '', 'none')],
    ['a launch’s goes', form('XS1', '28.00', 'launch'), 'XS2', form('XS2', '', 'none')],
    ['a failed payment’s goes', form('XS1', '28.00', 'returned'), 'XS2', form('XS2', '', 'none')],
    [
      'a failed payment’s stays on its bill',
      form('XS1', '28.00', 'returned'),
      'xs1',
      form('xs1', '28.00', 'returned'),
    ],
    [
      'an emptied amount may be filled in again',
      form('XS1', '', 'typed'),
      'XS2',
      form('XS2', '', 'none'),
    ],
    [
      'the same bill in other letters',
      form('XS1', '28.00', 'filled'),
      'xs1',
      form('xs1', '28.00', 'filled'),
    ],
  ])('%s', (_name, before, bill, after) => {
    expect(changeBill(before, bill)).toEqual(after);
  });
});

describe('keys', () => {
  test.each<[string, CollectForm, KeypadKey, string]>([
    ['the first digit', EMPTY_FORM, '2', '2'],
    ['the next digit', form('', '2', 'typed'), '8', '28'],
    ['a digit replaces what was filled in', form('', '28.00', 'filled'), '5', '5'],
    ['and what a launch proposed', form('', '28.00', 'launch'), '5', '5'],
    ['and what a failed payment left', form('', '28.00', 'returned'), '5', '5'],
    ['so does the point', form('', '28.00', 'filled'), '.', '0.'],
    ['退格 edits what was filled in', form('', '28.00', 'filled'), 'backspace', '28.0'],
    ['清空', form('', '28.00', 'filled'), 'clear', ''],
  ])('%s', (_name, before, key, amount) => {
    expect(pressAmountKey(before, key)).toEqual({ ...before, amount, origin: 'typed' });
  });
});

describe('the bill is read', () => {
  test.each<[string, CollectForm, BillAccount, string, AmountOrigin]>([
    ['nothing there: filled in', EMPTY_FORM, byReceipt(2000), '20.00', 'filled'],
    ['typed: never overwritten', form('', '5', 'typed'), byReceipt(2000), '5', 'typed'],
    ['chosen by a tap: neither', form('', '28.00', 'chosen'), byReceipt(2000), '28.00', 'chosen'],
    [
      'a failed payment’s: neither',
      form('', '5.00', 'returned'),
      byReceipt(2000),
      '5.00',
      'returned',
    ],
    ['emptied by staff: not filled in again', form('', '', 'typed'), byReceipt(2000), '', 'typed'],
    ['an older figure', form('', '28.00', 'filled'), byReceipt(2000), '20.00', 'filled'],
    ['nothing there, the receipt is short: not filled in', EMPTY_FORM, short(2000), '', 'none'],
    [
      'filled in, the receipt is short: taken back',
      form('', '20.00', 'filled'),
      short(2000),
      '',
      'none',
    ],
    ['nothing remains any more', form('', '28.00', 'filled'), byReceipt(0), '', 'none'],
    ['a link’s amount that fits', form('', '15.00', 'launch'), byReceipt(2000), '15.00', 'launch'],
    ['one that is too much', form('', '28.00', 'launch'), byReceipt(2000), '20.00', 'filled'],
    ['one where nothing remains', form('', '28.00', 'launch'), byReceipt(0), '28.00', 'launch'],
    ['the receipt does not tell', form('', '28.00', 'filled'), byReceipt(null), '28.00', 'filled'],
    ['by the rows nothing is filled in', EMPTY_FORM, byRows(2000), '', 'none'],
    ['nor taken back', form('', '28.00', 'filled'), byRows(0), '28.00', 'filled'],
  ])('%s', (_name, before, account, amount, origin) => {
    expect(followAccount(before, account)).toEqual({ ...before, amount, origin });
  });

  test('a tap on the figure goes before what was typed', () => {
    expect(takeSuggestion(form('XS1', '5', 'typed'), fen(2000))).toEqual(
      form('XS1', '20.00', 'chosen'),
    );
  });
});

test.each([
  ['', null],
  ['0', null],
  ['0.', null],
  ['28', 2800],
  ['28.5', 2850],
])('the amount of %j', (amount, expected) => {
  expect(amountOf(form('', amount, 'typed'))).toBe(expected);
});

test('whatever comes in between, a typed amount changes by keys and taps only', () => {
  const steps = fc.oneof(
    fc.record({ bill: fc.constantFrom('XS1', 'XS2', 'xs1', '') }),
    fc.record({ remaining: fc.option(fc.integer({ min: 1, max: 10_000 })) }),
  );
  fc.assert(
    fc.property(fc.array(steps), fc.constantFrom<KeypadKey>('1', '5', '9'), (all, key) => {
      let now = pressAmountKey(EMPTY_FORM, key);
      for (const step of all) {
        now =
          'bill' in step
            ? changeBill(now, step.bill)
            : followAccount(now, byReceipt(step.remaining));
      }
      expect(now).toMatchObject({ amount: key, origin: 'typed' });
    }),
  );
});

test('an amount that was filled in for one bill never stands on another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.boolean(), (remaining, launch) => {
      const first = launch
        ? form('XS1', '1.00', 'launch')
        : followAccount(form('XS1', '', 'none'), byReceipt(remaining));
      expect(changeBill(first, 'XS2').amount).toBe('');
    }),
  );
});
