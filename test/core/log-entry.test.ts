import {
  decodeEntries,
  formatEntry,
  type LogEntry,
  logEntry,
  type LogEvents,
} from '../../miniprogram/core/log-entry';
import { judgeScan } from '../../miniprogram/core/payment-code';
import { Secret } from '../../miniprogram/core/secret';
import { BILL, START } from '../support/world/attempts';

const HTTP: LogEvents['http'] = {
  endpoint: 'mainRow',
  method: 'GET',
  outcome: 'answer',
  status: 200,
  ms: 31,
};

test('an entry as a line', () => {
  const line = formatEntry(logEntry(START + 7, 'info', 'http', HTTP));
  expect(line).toMatch(
    /^2026-11-2\d \d\d:\d\d:00\.007 info http endpoint=mainRow method=GET outcome=answer status=200 ms=31$/,
  );
  expect(formatEntry(logEntry(START, 'warn', 'http', { ...HTTP, status: null }))).toContain(
    ' status=- ',
  );
  const error = { kind: 'error', message: 'a "b" c', frames: '' } as const;
  expect(formatEntry(logEntry(START, 'error', 'app.error', error))).toContain(
    'message="a \\"b\\" c" frames=""',
  );
});

test('neither a payment code nor a Secret compiles as a field; forced in, they are masked', () => {
  const scan = judgeScan('134567890123456789');
  if (scan.kind !== 'wechatCode') throw new Error('no code');
  const { code } = scan;
  const entries = [
    // @ts-expect-error: a payment code is no LogText
    logEntry(START, 'info', 'page.notFound', { path: code }),
    // @ts-expect-error: a Secret is no text
    logEntry(START, 'info', 'page.notFound', { path: new Secret('hunter2') }),
    // @ts-expect-error: a payment code is no BillNumber
    logEntry(START, 'info', 'collect.refused', { bill: code, amount: 1, cause: 'x' }),
    // @ts-expect-error: the catalogue knows no such field
    logEntry(START, 'info', 'app.visible', { visible: true, body: '{"errcode":0}' }),
    logEntry(START, 'info', 'collect.refused', { bill: BILL, amount: Number(code), cause: 'x' }),
  ];
  const lines = entries.map(formatEntry).join('\n');
  expect(lines).not.toMatch(/1345678|hunter2/);
  expect(lines).toContain('path=[code]');
  expect(lines).toContain('path=[secret]');
  expect(lines).toContain('amount=-');
});

test('a long bill number of digits stays readable, unless it looks like a payment code', () => {
  const line = (bill: string): string =>
    formatEntry(
      logEntry(START, 'info', 'collect.refused', {
        bill: bill as typeof BILL,
        amount: 1,
        cause: '',
      }),
    );
  expect(line('20261122001000012345')).toContain('bill=20261122001000012345');
  expect(line('134567890123456789')).toContain('bill=[code]');
});

test('stored entries are read back; what is none is left out, and masked anew', () => {
  const entry: LogEntry = logEntry(START, 'info', 'http', HTTP);
  const stored: unknown = JSON.parse(
    JSON.stringify([
      entry,
      null,
      1,
      {},
      { ...entry, level: 'loud' },
      { ...entry, at: '1' },
      { ...entry, fields: [] },
      { ...entry, event: '134567890123456789', fields: { '134567890123456789': { a: 1 } } },
    ]),
  );
  expect(decodeEntries(stored)).toEqual([
    entry,
    { ...entry, event: '[code]', fields: { '[code]': '[secret]' } },
  ]);
  expect(decodeEntries({ length: 1 })).toEqual([]);
});
