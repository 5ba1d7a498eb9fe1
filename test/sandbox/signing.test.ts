import { createHmac } from 'node:crypto';
import { keyOf, send, sign } from './support/caller';
import { BARCODE, barcodeBody, envelope, LOGIN, MAIN_ROW, Shop } from './support/shop';

const BILL = 'XS20261122001';
const JSON_TYPE = { 'content-type': 'application/json' };

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
beforeEach(() => shop.sandbox.reset());
afterAll(() => shop.close());

/** A barcode call with every part of the signature to choose. */
function post(body: string, authorization: string): ReturnType<typeof send> {
  const headers = { ...JSON_TYPE, authorization };
  return send(shop.url + BARCODE, { method: 'POST', headers, body });
}

describe('hawk', () => {
  test('accepts GET, POST, and Login without a body', async () => {
    expect((await shop.call(MAIN_ROW + BILL)).status).toBe(200);
    expect((await shop.collect(BILL, 28)).status).toBe(200);
    const answer = await shop.call(LOGIN, { method: 'POST' });
    expect(envelope(answer)).toMatchObject({
      errcode: 0,
      tag: { username: '1001', nickname: '王小明', token: expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
  });

  test('accepts a password that is not ASCII', async () => {
    const url = shop.url + LOGIN;
    const authorization = sign(url, {
      login: '1002',
      password: '收银员@2024',
      timestamp: shop.seconds,
      method: 'POST',
    });
    const answer = await send(url, { method: 'POST', headers: { authorization } });
    expect(envelope(answer).tag).toMatchObject({ username: '1002', nickname: '李晓芳' });
  });

  test.each([
    ['nobody', {}],
    ['an unknown user', { login: '9999' }],
    ['a wrong password', { password: '654321' }],
  ])('%s is refused without an envelope', async (_who, wrong) => {
    const url = shop.url + MAIN_ROW + BILL;
    const authorization = sign(url, { timestamp: shop.seconds, ...wrong });
    const answer = await send(url, _who === 'nobody' ? {} : { headers: { authorization } });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toMatch(/^Hawk/);
    expect(JSON.parse(answer.text)).toEqual({ Message: '已拒绝为此请求授权。' });
  });

  test('the same POST delivered twice charges once, and the repeat is refused', async () => {
    const body = barcodeBody(BILL, 28, shop.code());
    const authorization = sign(shop.url + BARCODE, {
      timestamp: shop.seconds,
      method: 'POST',
      body,
    });
    expect((await post(body, authorization)).status).toBe(200);
    const repeat = await post(body, authorization);
    expect(repeat.status).toBe(401);
    expect(repeat.headers['www-authenticate']).toContain('Invalid nonce');
    expect(shop.charged()).toHaveLength(1);
    expect(shop.sandbox.state().bills[0]?.calls.barcode).toBe(2);
  });

  test('a body changed on the way, or signed without its hash, moves no money', async () => {
    const code = shop.code();
    const body = barcodeBody(BILL, 1, code);
    const signing = { timestamp: shop.seconds, method: 'POST' };
    const honest = sign(shop.url + BARCODE, { ...signing, body });
    expect((await post(barcodeBody(BILL, 28, code), honest)).status).toBe(401);
    expect((await post(body, sign(shop.url + BARCODE, signing))).status).toBe(401);
    expect(shop.charged()).toEqual([]);
    // The refused copies did not use the nonce up: the true one still passes.
    expect((await post(body, honest)).status).toBe(200);
  });

  test('a hash for another media type is refused', async () => {
    const body = barcodeBody(BILL, 28, shop.code());
    const authorization = sign(shop.url + BARCODE, {
      timestamp: shop.seconds,
      method: 'POST',
      body,
    });
    const headers = { authorization, 'content-type': 'text/json' };
    const answer = await send(shop.url + BARCODE, { method: 'POST', headers, body });
    expect(answer.status).toBe(401);
  });

  test.each([
    ['in step', 0, 200],
    ['60 s behind', -60, 200],
    ['60 s ahead', 60, 200],
    ['61 s behind', -61, 401],
    ['10 min ahead', 600, 401],
  ])('a clock %s', async (_name, seconds, status) => {
    const url = shop.url + MAIN_ROW + BILL;
    const authorization = sign(url, { timestamp: shop.seconds + seconds });
    expect((await send(url, { headers: { authorization } })).status).toBe(status);
  });

  test('a stale clock is told the time, provably by the server', async () => {
    shop.sandbox.settings.clockOffsetMs = 600_000;
    const stale = await shop.call(MAIN_ROW + BILL);
    expect(stale.status).toBe(401);
    const challenge = stale.headers['www-authenticate'] ?? '';
    const [, ts = '', tsm] =
      /ts="(\d+)", tsm="([^"]+)", error="Stale timestamp"/.exec(challenge) ?? [];
    expect(Number(ts)).toBe(shop.seconds + 600);
    const proof = createHmac('sha256', keyOf('123456')).update(`hawk.1.ts\n${ts}\n`);
    expect(tsm).toBe(proof.digest('base64'));

    const url = shop.url + MAIN_ROW + BILL;
    const authorization = sign(url, { timestamp: Number(ts) });
    expect((await send(url, { headers: { authorization } })).status).toBe(200);
  });

  test('a header that cannot be read is 400', async () => {
    const headers = { authorization: 'Hawk id="1001", wrong="1"' };
    const answer = await send(shop.url + MAIN_ROW + BILL, { headers });
    expect(answer.status).toBe(400);
  });
});

test('behind a proxy, the host and port that callers sign can be set', async () => {
  const inner = await Shop.open({ signedHost: { host: 'pos.example.com', port: 443 } });
  const authorization = sign(`https://pos.example.com${MAIN_ROW}${BILL}`, {
    timestamp: inner.seconds,
  });
  const answer = await send(inner.url + MAIN_ROW + BILL, { headers: { authorization } });
  expect(answer.status).toBe(200);
  expect((await inner.call(MAIN_ROW + BILL)).status).toBe(401);
  await inner.close();
});

describe('token', () => {
  test('Login proves the password by Hawk, the rest carry its token', async () => {
    Object.assign(shop.sandbox.settings, { auth: 'token', tokenHeader: 'X-Token' });
    const login = envelope<{ token: string }>(await shop.call(LOGIN, { method: 'POST' }));
    const url = shop.url + MAIN_ROW + BILL;
    const token = login.tag?.token ?? '';
    expect((await send(url, { headers: { 'x-token': token } })).status).toBe(200);
    expect((await send(url, { headers: { 'x-token': 'guessed' } })).status).toBe(401);
    expect((await send(url)).status).toBe(401);
    expect((await send(shop.url + LOGIN, { method: 'POST' })).status).toBe(401);
  });
});

test('none: nobody is asked, and the first user collects', async () => {
  shop.sandbox.settings.auth = 'none';
  const body = barcodeBody(BILL, 28, shop.code());
  const answer = await send(shop.url + BARCODE, { method: 'POST', headers: JSON_TYPE, body });
  expect(envelope(answer).errcode).toBe(0);
  expect(shop.sandbox.state().ledger[0]?.by).toBe('1001');
});
