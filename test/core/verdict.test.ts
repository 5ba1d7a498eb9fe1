import fc from 'fast-check';
import { settings } from '../../miniprogram/config/settings';
import { sameBill } from '../../miniprogram/core/bill';
import type { HttpOutcome } from '../../miniprogram/core/http-outcome';
import { judgeBarcodeAnswer, type Verdict } from '../../miniprogram/core/verdict';

const BILL = 'XS20261122001';

function answer(status: number, body: string): HttpOutcome {
  return { kind: 'answer', status, headers: {}, body };
}

function envelope(errcode: unknown, tag?: unknown, errmsg = ''): string {
  return JSON.stringify(tag === undefined ? { errcode, errmsg } : { errcode, errmsg, tag });
}

function judge(outcome: HttpOutcome, staleClock = false): Verdict {
  return judgeBarcodeAnswer(outcome, BILL, settings, staleClock);
}

const collected = (billComplete: boolean | null, paymentNumber: string | null = null): Verdict => ({
  kind: 'collected',
  billComplete,
  paymentNumber,
});
const unknown = (reason: Extract<Verdict, { kind: 'unknown' }>['reason']): Verdict => ({
  kind: 'unknown',
  reason,
});

describe('200, errcode 0', () => {
  test.each<[string, unknown, Verdict]>([
    ['our bill, complete', { billnum: BILL, autoid: 7, billpaystate: '3' }, collected(true, '7')],
    ['our bill, partial', { billnum: BILL, autoid: 7, billpaystate: '2' }, collected(false, '7')],
    ['another text', { billnum: BILL, billpaystate: '已收' }, collected(false)],
    ['state missing', { billnum: BILL, autoid: '7' }, collected(null, '7')],
    ['state empty', { billnum: BILL, billpaystate: '' }, collected(null)],
    ['state null', { billnum: BILL, billpaystate: null }, collected(null)],
    ['trimmed, case-folded', { BillNum: ` ${BILL.toLowerCase()} ` }, collected(null)],
    ['no tag', undefined, collected(null)],
    ['tag null', null, collected(null)],
    ['tag empty text', '', collected(null)],
    ['another bill', { billnum: 'XS20261122002', billpaystate: '3' }, unknown('otherBill')],
    ['another bill as a number', { billnum: 5 }, unknown('otherBill')],
    [
      'two bills',
      { billnum: BILL, BillNum: 'OTHER', billpaystate: '3' },
      unknown('unreadableAnswer'),
    ],
    ['our bill and none', { billnum: BILL, BillNum: null }, unknown('unreadableAnswer')],
    ['a bill of another shape', { billnum: [BILL] }, unknown('unreadableAnswer')],
    ['tag is a list', [{ billnum: BILL }], unknown('unreadableAnswer')],
    ['tag is a text', BILL, unknown('unreadableAnswer')],
    ['tag is true', true, unknown('unreadableAnswer')],
  ])('%s', (_name, tag, verdict) => {
    expect(judge(answer(200, envelope(0, tag)))).toEqual(verdict);
  });

  test('two tags that differ', () => {
    const body = `{"errcode":0,"tag":{"billnum":"OTHER"},"Tag":null}`;
    expect(judge(answer(200, body))).toEqual(unknown('unreadableAnswer'));
  });

  test('a payment number of no use is not shown', () => {
    expect(judge(answer(200, envelope(0, { billnum: BILL, autoid: '' })))).toEqual(collected(null));
  });
});

describe('200, other errcodes', () => {
  test.each<[string, unknown, unknown, Verdict]>([
    ['1', 1, { billnum: BILL, autoid: 7 }, { kind: 'awaiting', paymentNumber: '7' }],
    ['1, no tag', 1, undefined, { kind: 'awaiting', paymentNumber: null }],
    ['1, list', 1, [], { kind: 'awaiting', paymentNumber: null }],
    [
      '1, paystate 3 proves nothing',
      1,
      { billnum: BILL, billpaystate: '3' },
      { kind: 'awaiting', paymentNumber: null },
    ],
    ['-1', -1, null, { kind: 'declined', message: '余额不足' }],
    ['-1, text', -1, 'x', { kind: 'declined', message: '余额不足' }],
    ['-1 of another bill', -1, { billnum: 'OTHER' }, unknown('otherBill')],
    ['1 of another bill', 1, { billnum: 'OTHER' }, unknown('otherBill')],
    ['2', 2, { billnum: BILL }, unknown('undocumentedErrcode')],
    ['-2', -2, null, unknown('undocumentedErrcode')],
    ['40001', 40001, null, unknown('undocumentedErrcode')],
    ['"0"', '0', { billnum: BILL }, unknown('unreadableAnswer')],
    ['"-1"', '-1', null, unknown('unreadableAnswer')],
    ['null', null, null, unknown('unreadableAnswer')],
    ['0.5', 0.5, null, unknown('unreadableAnswer')],
  ])('%s', (_name, errcode, tag, verdict) => {
    expect(judge(answer(200, envelope(errcode, tag, '余额不足')))).toEqual(verdict);
  });
});

describe('bodies that are no envelope under 200', () => {
  test.each([
    '',
    'OK',
    '<html></html>',
    '{"errcode":0,"tag":{"billnum":"XS2026',
    '[]',
    'null',
    '{"Message":"x"}',
  ])('%j is unknown', (body) => {
    expect(judge(answer(200, body))).toEqual(unknown('unreadableAnswer'));
  });
});

describe('other statuses', () => {
  const paid = envelope(0, { billnum: BILL, billpaystate: '3' });

  test.each([400, 404, 405, 413, 415, 422])('%i without an envelope is rejected', (status) => {
    for (const body of ['', '<html></html>', '{"Message":"The request is invalid."}']) {
      expect(judge(answer(status, body))).toEqual({
        kind: 'rejected',
        reason: 'refusedByServer',
        message: '',
      });
    }
  });

  test.each([400, 404, 405, 413, 415, 422])('%i with an envelope is unknown', (status) => {
    const broken = ['{"errcode":0,"er', '{"errcode":"0"}', '{"errcode":0,"ErrCode":1}'];
    const xml = '<r><ErrCode>0</ErrCode></r>';
    for (const body of [paid, envelope(-1), envelope(1), xml, ...broken]) {
      expect(judge(answer(status, body))).toEqual(unknown('unexpectedStatus'));
    }
  });

  test('401 stale timestamp, verified, is rejected; anything else about 401 is not', () => {
    expect(judge(answer(401, ''), true)).toEqual({
      kind: 'rejected',
      reason: 'staleClock',
      message: '',
    });
    expect(judge(answer(401, ''), false)).toEqual(unknown('sessionRefused'));
    expect(judge(answer(401, paid), true)).toEqual(unknown('sessionRefused'));
    expect(judge(answer(403, ''), true)).toEqual(unknown('sessionRefused'));
    expect(judge(answer(500, ''), true)).toEqual(unknown('serverError'));
  });

  test.each([
    [403, 'sessionRefused'],
    [429, 'tooManyRequests'],
    [500, 'serverError'],
    [502, 'serverError'],
    [503, 'serverError'],
    [504, 'serverError'],
    [599, 'serverError'],
    [0, 'unexpectedStatus'],
    [100, 'unexpectedStatus'],
    [201, 'unexpectedStatus'],
    [202, 'unexpectedStatus'],
    [204, 'unexpectedStatus'],
    [206, 'unexpectedStatus'],
    [301, 'unexpectedStatus'],
    [302, 'unexpectedStatus'],
    [307, 'unexpectedStatus'],
    [402, 'unexpectedStatus'],
    [406, 'unexpectedStatus'],
    [408, 'unexpectedStatus'],
    [409, 'unexpectedStatus'],
    [418, 'unexpectedStatus'],
  ] as const)('%i is unknown: %s, envelope or not', (status, reason) => {
    expect(judge(answer(status, ''))).toEqual(unknown(reason));
    expect(judge(answer(status, paid))).toEqual(unknown(reason));
    expect(judge(answer(status, envelope(-1)))).toEqual(unknown(reason));
  });
});

describe('no answer', () => {
  test.each<[HttpOutcome, Verdict]>([
    [
      { kind: 'notSent', reason: 'domainNotAllowed' },
      { kind: 'rejected', reason: 'notSent', message: '' },
    ],
    [
      { kind: 'notSent', reason: 'ownCheck' },
      { kind: 'rejected', reason: 'notSent', message: '' },
    ],
    [{ kind: 'noAnswer', reason: 'interrupted' }, unknown('interrupted')],
    [{ kind: 'noAnswer', reason: 'timeoutOrNetwork' }, unknown('noAnswer')],
  ])('%j', (outcome, verdict) => {
    expect(judge(outcome)).toEqual(verdict);
  });
});

describe('for arbitrary outcomes', () => {
  const billText = fc.constantFrom(BILL, BILL.toLowerCase(), ' XS20261122001', 'OTHER', '', 'XS1');
  const facts = {
    billnum: fc.oneof({ weight: 6, arbitrary: billText }, { weight: 1, arbitrary: fc.jsonValue() }),
    billpaystate: fc.constantFrom('3', '2', 3, null),
    autoid: fc.oneof(fc.nat(), fc.string()),
  };
  const twoBills = fc.record({ ...facts, BillNum: billText }, { requiredKeys: [] });
  const tag = fc.oneof(fc.record(facts, { requiredKeys: [] }), twoBills, fc.jsonValue());
  const errcode = fc.constantFrom(0, 0, 1, -1, 2, '0', null);
  const text = (value: unknown): string => JSON.stringify(value);
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    { weight: 4, arbitrary: fc.record({ errcode, tag }).map(text) },
    fc.record({ ErrCode: errcode, Tag: tag, tag }).map(text),
  );
  const status = fc.oneof(
    { weight: 3, arbitrary: fc.constant(200) },
    { weight: 2, arbitrary: fc.constantFrom(400, 401, 403, 404, 405, 413, 415, 422, 429, 500) },
    fc.integer({ min: 0, max: 999 }),
  );
  const outcome: fc.Arbitrary<HttpOutcome> = fc.oneof(
    { weight: 9, arbitrary: fc.tuple(status, body).map((parts) => answer(...parts)) },
    fc.constantFrom<HttpOutcome>(
      { kind: 'notSent', reason: 'ownCheck' },
      { kind: 'notSent', reason: 'domainNotAllowed' },
      { kind: 'noAnswer', reason: 'interrupted' },
      { kind: 'noAnswer', reason: 'timeoutOrNetwork' },
    ),
  );

  /** Every value under a name, whatever its case, read without the code under test. */
  function all(object: unknown, name: string): unknown[] {
    return typeof object === 'object' && object !== null
      ? Object.entries(object).flatMap(([key, value]: [string, unknown]) =>
          key.toLowerCase() === name ? [value] : [],
        )
      : [];
  }

  function parsed(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  test('collected comes only with 200, errcode 0 and our bill or none', () => {
    let seen = 0;
    fc.assert(
      fc.property(outcome, fc.boolean(), (end, stale) => {
        if (judge(end, stale).kind !== 'collected') return;
        seen += 1;
        if (end.kind !== 'answer') throw new Error('collected without an answer');
        expect(end.status).toBe(200);
        const root = parsed(end.body);
        for (const errcode of all(root, 'errcode')) expect(errcode).toBe(0);
        expect(all(root, 'errcode').length).toBeGreaterThan(0);
        for (const each of all(root, 'tag')) {
          for (const bill of all(each, 'billnum')) {
            expect(
              bill === null || bill === '' || sameBill(text(bill).replace(/"/g, ''), BILL),
            ).toBe(true);
          }
        }
      }),
      { numRuns: 3000 },
    );
    expect(seen).toBeGreaterThan(50);
  });

  test('rejected comes only from the rows that name it, declined only with errcode -1', () => {
    let seen = 0;
    fc.assert(
      fc.property(outcome, fc.boolean(), (end, stale) => {
        const verdict = judge(end, stale);
        if (verdict.kind === 'rejected') {
          seen += 1;
          if (end.kind === 'answer') {
            const rows = stale
              ? [400, 401, 404, 405, 413, 415, 422]
              : [400, 404, 405, 413, 415, 422];
            expect(rows).toContain(end.status);
            expect(all(parsed(end.body), 'errcode')).toEqual([]);
          } else {
            expect(end.kind).toBe('notSent');
          }
        }
        if (verdict.kind === 'declined') {
          expect(end).toMatchObject({ kind: 'answer', status: 200 });
          if (end.kind === 'answer') expect(all(parsed(end.body), 'errcode')).toContain(-1);
        }
      }),
      { numRuns: 3000 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});
