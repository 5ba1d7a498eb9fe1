import type { FaultRequest } from '../../sandbox';
import type { Answer } from './support/caller';
import { envelope, LOGIN, MAIN_ROW, RECEIPT, ROWS, Shop } from './support/shop';

const MILK = 'XS20261122001';
const RICE = 'XS20261122002';

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
beforeEach(() => shop.sandbox.reset());
afterAll(() => shop.close());

/** A payment of 28 yuan while this is going wrong. */
async function collectWith(fault: FaultRequest): Promise<Answer> {
  shop.sandbox.faults.add(fault);
  return shop.collect(MILK, 28);
}

function charges(): number {
  return shop.charged().length;
}

describe('no answer', () => {
  test('answer-lost: the money moved', async () => {
    await expect(collectWith({ kind: 'answer-lost' })).rejects.toMatchObject({
      code: 'ECONNRESET',
    });
    expect(charges()).toBe(1);
    expect(envelope(await shop.call(MAIN_ROW + MILK)).tag).toMatchObject({ paystate: '3' });
  });

  test('request-lost: nothing happened, and the code is still good', async () => {
    const code = shop.code();
    await expect(collectWith({ kind: 'request-lost' })).rejects.toMatchObject({
      code: 'ECONNRESET',
    });
    expect(charges()).toBe(0);
    expect(envelope(await shop.collect(MILK, 28, code)).errcode).toBe(0);
  });

  test('truncated-body: cut in the middle of the answer, the money moved', async () => {
    await expect(collectWith({ kind: 'truncated-body' })).rejects.toMatchObject({
      code: 'ECONNRESET',
    });
    expect(charges()).toBe(1);
  });

  test('delayed: charged at once, answered later', async () => {
    const started = performance.now();
    const answer = collectWith({ kind: 'delayed', ms: 150 });
    while (charges() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(performance.now() - started).toBeLessThan(140);
    expect(envelope(await answer).errcode).toBe(0);
    expect(performance.now() - started).toBeGreaterThan(145);
  });
});

describe('an answer that is none', () => {
  test.each([
    ['error-before', {}, 500, 0, /^\{"Message":"出现错误。"\}$/],
    ['error-after', {}, 500, 1, /^<!doctype html>/],
    ['broken-body', {}, 200, 1, /^\{"errcode":0,[^}]*$/],
    ['html', {}, 200, 0, /^<!doctype html>/],
    ['html', { work: true }, 200, 1, /^<!doctype html>/],
    ['session-expired', {}, 401, 0, /^\{"Message":"已拒绝为此请求授权。"\}$/],
    ['http-status', { status: 429 }, 429, 0, /^\{"Message":/],
    ['http-status', { status: 502, work: true }, 502, 1, /^\{"errcode":0,/],
  ] as const)('%s %j: %i, charges %i', async (kind, more, status, charged, text) => {
    const answer = await collectWith({ kind, ...more });
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(text);
    expect(charges()).toBe(charged);
  });
});

describe('an answer that misleads', () => {
  test.each([
    ['unknown-errcode', {}, { errcode: 7, tag: null }],
    ['unknown-errcode', { errcode: 1001, words: '处理中' }, { errcode: 1001, errmsg: '处理中' }],
    ['wrong-bill', {}, { errcode: 0, tag: { billnum: 'XS00000000000', billpaystate: '3' } }],
    ['no-tag', {}, { errcode: 0, tag: null }],
  ] as const)('%s %j: the money moved', async (kind, more, expected) => {
    expect(envelope(await collectWith({ kind, ...more }))).toMatchObject(expected);
    expect(charges()).toBe(1);
  });

  test('no-billpaystate: the rest of the tag stays', async () => {
    const { tag } = envelope(await collectWith({ kind: 'no-billpaystate' }));
    expect(tag).toEqual({ billnum: MILK, autoid: 70001 });
  });
});

describe('what WeChat decides', () => {
  test('undecided: errcode 1, and charged when the time has come', async () => {
    expect(envelope(await collectWith({ kind: 'undecided', ms: 8_000 })).errcode).toBe(1);
    shop.clock.advance(7_999);
    expect(charges()).toBe(0);
    shop.clock.advance(1);
    expect(envelope(await shop.call(MAIN_ROW + MILK)).tag).toMatchObject({ paystate: '3' });
    expect(charges()).toBe(1);
  });

  test.each([undefined, '单笔限额'])('declined with %p', async (words) => {
    const answer = envelope(await collectWith({ kind: 'declined', ...(words && { words }) }));
    expect(answer.errcode).toBe(-1);
    expect(answer.errmsg).toContain(words ?? '余额不足');
    expect(charges()).toBe(0);
  });
});

describe('delivered-twice', () => {
  test('signed: only the refusal of the repeat arrives, though the first one charged', async () => {
    const answer = await collectWith({ kind: 'delivered-twice' });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toContain('Invalid nonce');
    expect(charges()).toBe(1);
    expect(shop.sandbox.state().bills[0]?.calls.barcode).toBe(2);
    expect(shop.sandbox.state().recentCalls.map((call) => call.outcome)).toEqual([
      '401',
      'errcode 0 · delivered-twice',
    ]);
  });

  test('not signed: the repeat is told that the code has been used', async () => {
    shop.sandbox.settings.auth = 'none';
    shop.sandbox.faults.add({ kind: 'delivered-twice' });
    const answer = envelope(await shop.collect(RICE, 10));
    expect(answer).toMatchObject({ errcode: -1, errmsg: expect.stringContaining('已使用') });
    expect(charges()).toBe(1);
  });
});

describe('which calls are hit', () => {
  test('the next n, then no more', async () => {
    shop.sandbox.faults.add({ kind: 'error-before', times: 2 });
    const seen = [];
    for (let call = 0; call < 3; call += 1) seen.push((await shop.collect(RICE, 1)).status);
    expect(seen).toEqual([500, 500, 200]);
    expect(shop.sandbox.faults.list()).toEqual([]);
  });

  test('query: every reading call, and no other', async () => {
    shop.sandbox.faults.add({ kind: 'error-before', target: 'query', times: 3 });
    expect((await shop.call(LOGIN, { method: 'POST' })).status).toBe(200);
    expect((await shop.collect(RICE, 1)).status).toBe(200);
    for (const path of [MAIN_ROW, ROWS, RECEIPT]) {
      expect((await shop.call(path + RICE)).status).toBe(500);
    }
    expect((await shop.call(MAIN_ROW + RICE)).status).toBe(200);
  });

  test('one endpoint by its name', async () => {
    shop.sandbox.faults.add({ kind: 'session-expired', target: 'receipt' });
    expect((await shop.call(MAIN_ROW + RICE)).status).toBe(200);
    expect((await shop.call(RECEIPT + RICE)).status).toBe(401);
  });

  test('afterBarcode: queries fail only once a payment has come in', async () => {
    shop.sandbox.faults.add({ kind: 'error-before', target: 'query', afterBarcode: true });
    expect((await shop.call(MAIN_ROW + RICE)).status).toBe(200);
    expect((await shop.collect(RICE, 1)).status).toBe(200);
    expect((await shop.call(MAIN_ROW + RICE)).status).toBe(500);
  });

  test('one fault a call, the oldest first', async () => {
    shop.sandbox.faults.add({ kind: 'unknown-errcode' });
    shop.sandbox.faults.add({ kind: 'session-expired' });
    expect(envelope(await shop.collect(RICE, 1)).errcode).toBe(7);
    expect((await shop.collect(RICE, 1)).status).toBe(401);
  });

  test('a wrong bill in rows is wrong in every row', async () => {
    shop.sandbox.faults.add({ kind: 'wrong-bill', target: 'rows' });
    const { tag } = envelope<{ billnum: string }[]>(await shop.call(ROWS + MILK));
    expect(new Set((tag ?? []).map((row) => row.billnum))).toEqual(new Set(['XS00000000000']));
  });

  test.each([
    { kind: 'declined', target: 'query' },
    { kind: 'error-before', target: 'barcode', afterBarcode: true },
  ] as const)('%j makes no sense', (fault) => {
    expect(() => shop.sandbox.faults.add(fault)).toThrow(RangeError);
  });
});
