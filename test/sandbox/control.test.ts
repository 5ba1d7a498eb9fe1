import { get, type IncomingMessage } from 'node:http';
import type { Snapshot } from '../../sandbox';
import { WECHAT_PAYMENT_CODE } from '../../sandbox/domain/payment-code';
import type { Answer } from './support/caller';
import { envelope, MAIN_ROW, ROWS, Shop } from './support/shop';

const MILK = 'XS20261122001';
const RICE = 'XS20261122002';

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
beforeEach(() => shop.sandbox.reset());
afterAll(() => shop.close());

function body(answer: Answer): Record<string, unknown> {
  return JSON.parse(answer.text) as Record<string, unknown>;
}

async function state(): Promise<Snapshot> {
  return JSON.parse((await shop.control('GET', '/state')).text) as Snapshot;
}

describe('state', () => {
  test('over HTTP says all that the handle says', async () => {
    await shop.collect(MILK, 28);
    await shop.collect(RICE, 40, shop.code('c3'));
    await shop.control('POST', '/faults', { kind: 'answer-lost' });
    expect(await state()).toEqual(shop.sandbox.state());
  });

  test('counts what came in, by bill', async () => {
    await shop.collect(MILK, 28);
    await shop.call(MAIN_ROW + MILK.toLowerCase());
    await shop.call(ROWS + MILK);
    await shop.call(ROWS + RICE);
    const [milk, rice] = (await state()).bills;
    expect(milk?.calls).toEqual({ barcode: 1, mainRow: 1, rows: 1, receipt: 0, wechatQuery: 0 });
    expect(rice?.calls).toMatchObject({ rows: 1, barcode: 0 });
  });

  test('the list of calls names no code, no key and no header', async () => {
    const code = shop.code();
    await shop.collect(MILK, 28, code);
    const calls = JSON.stringify((await state()).recentCalls);
    expect(calls).toContain('errcode 0');
    expect(calls).not.toMatch(/Hawk|mac=|[0-9A-F]{32}/);
    expect(calls).not.toContain(code);
  });

  test('reset brings the seed and the settings back', async () => {
    const fresh = await state();
    await shop.collect(MILK, 28);
    await shop.control('POST', '/settings', { receipt: 'off' });
    await shop.control('POST', '/faults', { kind: 'html', times: 3 });
    await shop.control('POST', '/reset');
    const { bills, ledger, confirmations, faults, settings, recentCalls } = await state();
    expect({ bills, settings }).toEqual({ bills: fresh.bills, settings: fresh.settings });
    expect([ledger, confirmations, faults, recentCalls]).toEqual([[], [], [], []]);
  });
});

describe('a customer', () => {
  test('gets a new code, or one that has just expired', async () => {
    const shown = shop.code();
    const fresh = body(await shop.control('POST', '/customers/c1/code'));
    expect(fresh['text']).toMatch(WECHAT_PAYMENT_CODE);
    expect(fresh['text']).not.toBe(shown);
    const old = body(await shop.control('POST', '/customers/c1/code', { expired: true }));
    expect(envelope(await shop.collect(MILK, 28, String(old['text']))).errmsg).toContain('已过期');
    expect(shop.code()).toBe(fresh['text']);
  });

  test('has a balance and a switch', async () => {
    const change = { balanceFen: 1, askPassword: true };
    expect(body(await shop.control('POST', '/customers/c1', change))).toMatchObject(change);
    expect(envelope(await shop.collect(MILK, 28)).errmsg).toContain('余额不足');
    expect((await state()).customers[0]).toMatchObject(change);
  });

  test('confirms or cancels the oldest waiting payment, or the one named', async () => {
    await shop.collect(RICE, 10, shop.code('c3'));
    await shop.collect(RICE, 20, shop.code('c3'));
    await shop.collect(RICE, 30, shop.code('c3'));
    await shop.control('POST', '/customers/c3/cancel');
    await shop.control('POST', '/customers/c3/confirm', { serial: 70003 });
    expect((await state()).confirmations.map((item) => item.state)).toEqual([
      'cancelled',
      'waiting',
      'paid',
    ]);
    expect(shop.charged().map(([, fen]) => fen)).toEqual([3000]);
    await shop.control('POST', '/customers/c3/confirm');
    const none = await shop.control('POST', '/customers/c3/confirm');
    expect([none.status, body(none)['message']]).toEqual([409, '没有等待确认的支付']);
  });

  test('with too little money stays unpaid', async () => {
    await shop.collect(RICE, 100, shop.code('c3'));
    await shop.control('POST', '/customers/c3', { balanceFen: 0 });
    const answer = await shop.control('POST', '/customers/c3/confirm');
    expect([answer.status, body(answer)['message']]).toEqual([409, '余额不足，支付失败']);
  });
});

describe('money from elsewhere', () => {
  test('cash and another till', async () => {
    const cash = await shop.control('POST', `/bills/${RICE}/cash`, { fen: 2500 });
    expect(body(cash)).toMatchObject({ channel: 'cash', fen: 2500, billNumber: RICE, code: null });
    await shop.control('POST', `/bills/${RICE}/cash`, { fen: 7500, channel: 'other-till' });
    expect((await state()).bills[1]).toMatchObject({ collectedFen: 10000, payState: '3' });
    const more = await shop.control('POST', `/bills/${RICE}/cash`, { fen: 1 });
    expect([more.status, body(more)['message']]).toEqual([409, '该售货单已收清，无需再收款']);
  });
});

test.each([
  ['POST', '/faults', { kind: 'earthquake' }, 400],
  ['POST', '/faults', { kind: 'html', times: 0 }, 400],
  ['POST', '/faults', { kind: 'html', colour: 'red' }, 400],
  ['POST', '/faults', { kind: 'declined', target: 'rows' }, 400],
  ['POST', '/settings', {}, 400],
  ['POST', '/settings', { cipherProfile: 'rot13' }, 400],
  ['POST', '/customers/c1', { balanceFen: -1 }, 400],
  ['POST', '/customers/c9', { askPassword: true }, 404],
  ['POST', '/customers/c9/code', undefined, 404],
  ['POST', `/bills/${RICE}/cash`, { fen: 0.5 }, 400],
  ['POST', '/bills/NOSUCH/cash', { fen: 1 }, 404],
  ['DELETE', '/faults/99', undefined, 404],
])('%s %s %j is refused with %i and words', async (method, path, sent, status) => {
  const answer = await shop.control(method, path, sent);
  expect(answer.status).toBe(status);
  expect(body(answer)['message']).toEqual(expect.any(String));
});

test('a fault can be taken back, one or all', async () => {
  const { id } = body(await shop.control('POST', '/faults', { kind: 'html' }));
  await shop.control('POST', '/faults', { kind: 'delayed' });
  await shop.control('DELETE', `/faults/${String(id)}`);
  expect((await state()).faults).toMatchObject([{ kind: 'delayed', ms: 5000, remaining: 1 }]);
  await shop.control('DELETE', '/faults');
  expect((await state()).faults).toEqual([]);
});

test('events: the state at once, then after every change', async () => {
  const response = await new Promise<IncomingMessage>((resolve) => {
    get(`${shop.url}/sandbox/events`, resolve);
  });
  expect(response.headers['content-type']).toContain('text/event-stream');
  let text = '';
  response.setEncoding('utf8');
  const events = (): Snapshot[] =>
    [...text.matchAll(/event: state\ndata: (.*)\n\n/g)].map(
      ([, data = '']) => JSON.parse(data) as Snapshot,
    );
  const charged = new Promise<void>((resolve) => {
    response.on('data', (chunk: string) => {
      text += chunk;
      if (events().some((event) => event.ledger.length === 1)) resolve();
    });
  });
  await shop.collect(MILK, 28);
  await charged;
  expect(events()[0]?.ledger).toEqual([]);
  response.destroy();
});
