import { logReport, type LogReportParts } from '../../../miniprogram/services/log/log-report';
import { inState, START } from '../../support/world/attempts';

const DAY = 24 * 60 * 60 * 1000;
function report(change: Partial<LogReportParts> = {}): string {
  const attempts = [
    inState('awaiting', { id: 'old', at: START - 9 * DAY }),
    inState('collected', { id: 'gone', at: START - 9 * DAY }),
    inState('collected', { id: 'new' }),
    inState('staffPaid', { id: 'staff' }),
  ];
  const server = 'https://pos.example.com';
  return logReport({
    about: { version: '1.2.0', environment: 'release' },
    server,
    user: '1001',
    attempts,
    entries: [],
    now: START,
    ...change,
  });
}

test('tells versions, where, who, and the states with their times', () => {
  const text = report();
  expect(text).toMatch(
    /^付款码收银台 · 日志\n导出时间 2026-11-2\d \d\d:00:00（UTC[+-]\d\d:\d\d）\nversion: 1\.2\.0 release\n/,
  );
  expect(text).toContain('\nserver: https://pos.example.com\nuser: 1001\n');
  expect(text).toContain('== 近三天和未了结的收款：3 笔 ==');
  expect(text).toMatch(
    /\nold XS20261122001 28\.00 awaiting sent=[\d :-]+\n {2}\+0ms prepared prepared\n/,
  );
  expect(text).not.toContain('gone');
});

test("the server's words, the masked code and what staff noted stay out", () => {
  const declined = inState('declined', { id: 'd' });
  const text = report({ attempts: [declined, inState('staffPaid')], user: null });
  expect(declined.message).not.toBe('');
  for (const hidden of [declined.message, '**', '客人出示账单']) expect(text).not.toContain(hidden);
  expect(text).toContain('\nuser: -\n');
});
