import { parseBillNumber } from '../../miniprogram/core/bill';
import { createBillReader, type BillReader } from '../../miniprogram/services/bill-reader';
import { envelope, type FakeHttp, NO_ANSWER } from '../support/world/fake-http';
import { wiredClient } from '../support/world/client';
import { START } from '../support/world/attempts';
import { settle, type VirtualClock } from '../support/world/virtual-clock';

const BILL = parseBillNumber('XS1');
const FIGURES = { due: 2800, collected: 1000 };

function open(readReceipt = true): { reader: BillReader; http: FakeHttp; clock: VirtualClock } {
  const { client, http, clock } = wiredClient();
  http.always('mainRow', envelope(0, { billnum: 'XS1', paystate: '1' }));
  http.always('receipt', envelope(0, { billnum: 'XS1', cost: 28, real: 10 }));
  const reader = createBillReader({ client, clock, settings: { readReceipt, readTimeout: 9_000 } });
  return { reader, http, clock };
}

test('readAll: state and amounts, as old as the first question', async () => {
  const { reader, http, clock } = open();
  http.next('mainRow', 'hold');
  const reading = reader.readAll(BILL);
  await settle();
  await clock.pass(3_000);
  http.answer('mainRow', envelope(0, { billnum: 'XS1', paystate: '1' }));
  expect(await reading).toEqual({ sentAt: START, payState: '1', figures: FIGURES });
  for (const { request } of http.sent) expect(request.timeout).toBe(9_000);
});

test('readAll where the receipt is switched off', async () => {
  const { reader, http } = open(false);
  expect(await reader.readAll(BILL)).toEqual({ sentAt: START, payState: '1', figures: null });
  expect(http.calls('receipt')).toHaveLength(0);
});

test.each(['mainRow', 'receipt'] as const)('readAll is all or nothing: %s', async (endpoint) => {
  const { reader, http } = open();
  http.always(endpoint, NO_ANSWER);
  await expect(reader.readAll(BILL)).rejects.toMatchObject({ code: 'noAnswer' });
});

test('query: the state is enough, amounts only where asked for and told', async () => {
  const { reader, http } = open();
  expect(await reader.query(BILL, false)).toEqual({ sentAt: START, payState: '1', figures: null });
  expect(http.calls('receipt')).toHaveLength(0);
  expect(await reader.query(BILL, true)).toMatchObject({ figures: FIGURES });
  http.always('receipt', NO_ANSWER);
  expect(await reader.query(BILL, true)).toMatchObject({ payState: '1', figures: null });
  http.always('mainRow', NO_ANSWER);
  await expect(reader.query(BILL, true)).rejects.toMatchObject({ code: 'noAnswer' });
});

test.each([
  [28.005, 10],
  [28, 'x'],
])('amounts that cannot be computed with are no evidence: %j, %j', async (cost, real) => {
  const { reader, http } = open();
  http.always('receipt', envelope(0, { billnum: 'XS1', cost, real }));
  expect(await reader.readAll(BILL)).toMatchObject({ figures: null });
  expect(await reader.query(BILL, true)).toMatchObject({ figures: null });
});

describe('look', () => {
  const ROWS = [{ productname: '茶', subtotal: 28, sellstate: '0' }];

  test('state, amounts and rows', async () => {
    const { reader, http } = open();
    http.always('rows', envelope(0, ROWS));
    expect((await reader.look(BILL)).look).toMatchObject({
      payState: '1',
      receipt: { due: { amount: 2800 }, collected: { amount: 1000 } },
      rows: [{ productName: '茶', subtotal: { amount: 2800 } }],
    });
    expect(reader.lastState(BILL)).toBe('1');
    for (const { request } of http.sent) expect(request.timeout).toBe(9_000);
  });

  test('amounts and rows that cannot be read are left out', async () => {
    const { reader, http } = open();
    http.always('receipt', NO_ANSWER);
    http.always('rows', NO_ANSWER);
    expect((await reader.look(BILL)).look).toEqual({ payState: '1', receipt: null, rows: null });
  });

  test('a receipt that is switched off is not read', async () => {
    const { reader, http } = open(false);
    http.always('rows', envelope(0, ROWS));
    expect((await reader.look(BILL)).look).toMatchObject({ receipt: null, rows: [{}] });
    expect(http.calls('receipt')).toHaveLength(0);
  });

  test('without the state nothing else is asked', async () => {
    const { reader, http } = open();
    http.always('mainRow', envelope(-1, null, '没有这张单'));
    await expect(reader.look(BILL)).rejects.toMatchObject({
      code: 'serverRefused',
      words: '没有这张单',
    });
    expect(http.sent).toHaveLength(1);
  });
});

test('query never reads a receipt that is switched off', async () => {
  const { reader, http } = open(false);
  expect(await reader.query(BILL, true)).toMatchObject({ figures: null });
  expect(http.calls('receipt')).toHaveLength(0);
});

test('lastState: whatever read of the bill told it, in any spelling', async () => {
  const { reader, http } = open();
  expect(reader.lastState(BILL)).toBeNull();
  await reader.readAll(BILL);
  expect(reader.lastState(BILL)).toBe('1');
  http.next('mainRow', envelope(0, { billnum: 'XS1', paystate: '3' }));
  http.next('receipt', NO_ANSWER);
  await expect(reader.readAll(BILL)).rejects.toMatchObject({ code: 'noAnswer' });
  expect(reader.lastState(parseBillNumber('xs1'))).toBe('3');
  await reader.query(BILL, false);
  expect(reader.lastState(BILL)).toBe('1');
  http.next('mainRow', NO_ANSWER);
  await expect(reader.query(BILL, false)).rejects.toMatchObject({ code: 'noAnswer' });
  expect([reader.lastState(BILL), reader.lastState(parseBillNumber('XS2'))]).toEqual(['1', null]);
});
