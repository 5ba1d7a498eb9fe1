import fc from 'fast-check';
import { recordsCsvWords } from '../../miniprogram/config/words';
import type { Attempt } from '../../miniprogram/core/attempt';
import { fen } from '../../miniprogram/core/money';
import { recordsCsv } from '../../miniprogram/core/records-csv';
import { formatDateTime } from '../../miniprogram/core/time';
import { fakeAttempt } from '../support/fakes/attempt';
import { readCsv, unguarded } from '../support/read-csv';
import { inState, START, STATES } from '../support/world/attempts';

const HEADINGS = Object.values(recordsCsvWords.columns);

/** The lines below the headings, each by heading. */
function lines(...attempts: readonly Attempt[]): Record<string, string>[] {
  const [head, ...rows] = readCsv(recordsCsv(attempts, recordsCsvWords).slice(1));
  expect(head).toEqual(HEADINGS);
  return rows.map((row) => {
    expect(row).toHaveLength(HEADINGS.length);
    return Object.fromEntries(row.map((cell, index) => [head?.[index] ?? '', unguarded(cell)]));
  });
}

test('a payment that the server answered', () => {
  const attempt = fakeAttempt('collected', {
    proof: 'answer',
    billComplete: true,
    paymentNumber: '7001',
    amount: fen(123450),
  });
  expect(lines(attempt)).toEqual([
    {
      售货单: 'XS20261122001',
      '金额（元）': '1234.50',
      状态: '已收款',
      依据: '系统确认',
      凭据: '服务器对这次收款的应答',
      该单收齐: '是',
      支付流水号: '7001',
      付款码: '13**************89',
      收款人: '1001',
      扫码时间: formatDateTime(attempt.preparedAt),
      发出时间: formatDateTime(attempt.submittedAt ?? 0),
      结果时间: formatDateTime(attempt.stateAt),
      人工确认人: '',
      人工确认时间: '',
      人工确认说明: '',
      冲突知晓时间: '',
      原因: '',
      '收款前应收（元）': '28.00',
      '收款前已收（元）': '0.00',
      服务器: 'http://127.0.0.1:8610',
      记录编号: 'fake-collected',
    },
  ]);
});

test('closed by a person: who, when, what they saw', () => {
  const closing = { by: '1002', at: START, note: '=客人微信账单, "已付"' };
  expect(lines(fakeAttempt('staffPaid', { closing }))).toMatchObject([
    {
      状态: '人工确认已收',
      依据: '人工确认',
      人工确认人: '1002',
      人工确认时间: formatDateTime(START),
      人工确认说明: '=客人微信账单, "已付"',
    },
  ]);
});

test.each([
  [fakeAttempt('collected', { proof: 'receiptGrowth' }), { 依据: '按单据状态', 该单收齐: '' }],
  [fakeAttempt('declined', { message: '余额不足' }), { 依据: '', 原因: '余额不足' }],
  [fakeAttempt('rejected', { rejectedReason: 'notSent', submittedAt: null }), { 发出时间: '' }],
  [fakeAttempt('unknown', { unknownReason: 'serverError' }), { 原因: '服务器出错' }],
  [fakeAttempt('conflict', { acknowledgedAt: START }), { 冲突知晓时间: formatDateTime(START) }],
  [
    fakeAttempt('unresolved', { baseline: { sentAt: 1, payState: '1', figures: null } }),
    { '收款前应收（元）': '', '收款前已收（元）': '' },
  ],
])('%#: what is not known stays empty', (attempt, cells) => {
  expect(lines(attempt)).toMatchObject([cells]);
});

test('the oldest line first, whatever the order given', () => {
  const at = (id: string, preparedAt: number): Attempt =>
    fakeAttempt('collected', { id, preparedAt });
  const ids = lines(at('b', 2), at('c', 3), at('a', 1)).map((line) => line['记录编号']);
  expect(ids).toEqual(['a', 'b', 'c']);
});

test('whatever staff and servers wrote, the table read back says the same', () => {
  const anyAttempt = fc.record({
    state: fc.constantFrom(...STATES),
    amount: fc.integer({ min: 1, max: 999_999_999 }),
    message: fc.string(),
    note: fc.string({ unit: 'grapheme' }),
    by: fc.string(),
    id: fc.uuid(),
  });
  fc.assert(
    fc.property(anyAttempt, ({ state, amount, message, note, by, id }) => {
      const attempt: Attempt = {
        ...inState(state, { id, amount }),
        message,
        closing: { by, at: START, note },
      };
      const [line] = lines(attempt);
      expect(line).toMatchObject({ 人工确认说明: note, 人工确认人: by, 记录编号: id });
      expect(Math.round(Number(line?.['金额（元）']) * 100)).toBe(amount);
      if (message !== '') expect(line?.['原因']).toBe(message);
    }),
  );
});
