/// <reference path="../../../sandbox/auth/hawk.d.ts" />
import { createHmac } from 'node:crypto';
import { server } from 'hawk';
import { Secret } from '../../../miniprogram/core/secret';
import type { HttpOutcome } from '../../../miniprogram/core/http-outcome';
import type { HttpRequest } from '../../../miniprogram/utils/http';
import { answered, envelope, NO_ANSWER } from '../../support/world/fake-http';
import { CREDENTIALS, type Wired, wiredClient, type Wiring } from '../../support/world/client';
import { KEY } from '../../support/world/world';

const READ = { method: 'GET', path: 'api/x/MainRow', body: null, timeout: 9_000 } as const;
const CHARGE = { method: 'POST', path: 'api/x/Barcode', body: '{"a":1}', timeout: 45_000 } as const;

/** A 401 that tells the server's time, signed as Hawk demands. */
function stale(serverMs: number, words = 'Stale timestamp', key = KEY): HttpOutcome {
  const ts = String(Math.floor(serverMs / 1000));
  const tsm = createHmac('sha256', key).update(`hawk.1.ts\n${ts}\n`).digest('base64');
  const challenge = `Hawk ts="${ts}", tsm="${tsm}", error="${words}"`;
  return answered(401, '', { 'www-authenticate': challenge });
}

function open(wiring: Wiring = {}): Wired {
  const wired = wiredClient(wiring);
  wired.http.always('other', envelope(0, { ok: 1 }));
  return wired;
}

const requests = ({ http }: Wired): HttpRequest[] => http.sent.map(({ request }) => request);
const tsOf = (request: HttpRequest | undefined): number =>
  Number(/ts="(\d+)"/.exec(request?.headers['Authorization'] ?? '')?.[1]);

describe('signing', () => {
  test('by Hawk: the real server accepts what goes over the wire', async () => {
    const wired = open({ server: 'https://POS.example.com:8443/pos' });
    wired.clock.setBy(Date.now() - wired.clock.now());
    await wired.client.read(READ);
    await wired.client.sendOnce(CHARGE);
    for (const { url, method, headers, body } of requests(wired)) {
      const { pathname, host } = new URL(url);
      const { Authorization: authorization, 'Content-Type': contentType, Accept: accept } = headers;
      expect(accept).toBe('application/json');
      expect(contentType).toBe(body === null ? undefined : 'application/json');
      const received = { host, authorization, 'content-type': contentType };
      const { credentials } = await server.authenticate(
        { method, url: pathname, headers: received },
        async (id) => ({ id, key: KEY, algorithm: 'sha256' as const }),
        body === null ? {} : { payload: body },
      );
      expect(credentials.id).toBe('1001');
    }
    expect(requests(wired).map(({ url }) => url)).toEqual([
      'https://pos.example.com:8443/pos/api/x/MainRow',
      'https://pos.example.com:8443/pos/api/x/Barcode',
    ]);
  });

  test('for the authority that a proxy shows to the server', async () => {
    const wired = open({ signedAuthority: { host: 'inner.example.com', port: 81 } });
    wired.clock.setBy(Date.now() - wired.clock.now());
    await wired.client.read(READ);
    const [request] = requests(wired);
    expect(request?.url).toMatch(/^https:\/\/pos\.example\.com\//);
    const headers = {
      host: 'inner.example.com:81',
      authorization: request?.headers['Authorization'],
    };
    await server.authenticate({ method: 'GET', url: '/api/x/MainRow', headers }, async () => ({
      key: KEY,
      algorithm: 'sha256' as const,
    }));
  });

  test('by token: the token in its header, no Authorization', async () => {
    const token = new Secret('T-1');
    const signing = { kind: 'token', header: 'X-Token' } as const;
    const wired = open({ signing, credentials: { ...CREDENTIALS, token } });
    await wired.client.read(READ);
    expect(requests(wired)[0]?.headers).toEqual({ Accept: 'application/json', 'X-Token': 'T-1' });
  });

  test('by token, before there is one: Login is signed by Hawk', async () => {
    const wired = open({ signing: { kind: 'token', header: 'X-Token' } });
    await wired.client.read(READ);
    expect(requests(wired)[0]?.headers['Authorization']).toMatch(/^Hawk id="1001"/);
  });

  test('not at all', async () => {
    const wired = open({ signing: { kind: 'none' } });
    await wired.client.sendOnce(CHARGE);
    expect(requests(wired)[0]?.headers).toEqual({
      Accept: 'application/json',
      'Content-Type': 'application/json',
    });
  });

  test('each call has a nonce of its own', async () => {
    const wired = open();
    await Promise.all([
      wired.client.read(READ),
      wired.client.read(READ),
      wired.client.sendOnce(CHARGE),
    ]);
    const nonces = requests(wired).map(
      ({ headers }) => /nonce="[^"]*"/.exec(headers['Authorization'] ?? '')?.[0],
    );
    expect(new Set(nonces).size).toBe(3);
  });
});

describe('read', () => {
  test('gives the tag', async () => {
    expect(await open().client.read(READ)).toEqual({ ok: 1 });
  });

  test.each<[string, HttpOutcome, object]>([
    [
      'domain not allowed',
      { kind: 'notSent', reason: 'domainNotAllowed' },
      { code: 'noAnswer', reason: 'domainNotAllowed' },
    ],
    [
      'interrupted',
      { kind: 'noAnswer', reason: 'interrupted' },
      { code: 'noAnswer', reason: 'interrupted' },
    ],
    ['network', NO_ANSWER, { code: 'noAnswer', reason: 'network' }],
    ['401', answered(401, ''), { code: 'sessionRefused' }],
    ['403', answered(403, ''), { code: 'sessionRefused' }],
    ['401 with an envelope', answered(401, '{"errcode":0}'), { code: 'sessionRefused' }],
    ['500', answered(500, '{"errcode":0,"tag":{}}'), { code: 'unreadableAnswer', status: 500 }],
    ['302', answered(302, ''), { code: 'unreadableAnswer', status: 302 }],
    ['HTML', answered(200, '<html>'), { code: 'unreadableAnswer', status: 200 }],
    [
      'errcode -1',
      envelope(-1, null, '单据不存在'),
      { code: 'serverRefused', errcode: -1, words: '单据不存在' },
    ],
  ])('%s', async (_name, outcome, problem) => {
    const wired = open();
    wired.http.always('other', outcome);
    await expect(wired.client.read(READ)).rejects.toMatchObject(problem);
    expect(wired.http.sent).toHaveLength(1);
  });

  test.each<[number, object]>([
    [403, { code: 'unreadableAnswer', status: 403 }],
    [401, { code: 'sessionRefused' }],
  ])('%i on a read that takes a right of its own', async (status, problem) => {
    const wired = open();
    wired.http.always('other', answered(status, ''));
    await expect(wired.client.read({ ...READ, ownRight: true })).rejects.toMatchObject(problem);
    expect(wired.http.sent).toHaveLength(1);
  });

  test('without anybody signed in nothing is sent', async () => {
    const wired = open({ credentials: null });
    await expect(wired.client.read(READ)).rejects.toMatchObject({ code: 'notSignedIn' });
    expect(wired.http.sent).toHaveLength(0);
  });

  test.each([600_000, -600_000])('a clock that is off by %i ms is mended once', async (ms) => {
    const wired = open();
    const serverNow = wired.clock.now() + ms;
    wired.http.next('other', stale(serverNow));
    expect(await wired.client.read(READ)).toEqual({ ok: 1 });
    expect(wired.http.sent).toHaveLength(2);
    expect(tsOf(requests(wired)[1])).toBe(serverNow / 1000);
    await wired.client.read(READ);
    expect(tsOf(requests(wired)[2])).toBe(serverNow / 1000);
    expect(wired.http.sent).toHaveLength(3);
  });

  test('a server that stays unhappy is not asked a third time', async () => {
    const wired = open();
    wired.http.always('other', stale(wired.clock.now() + 600_000));
    await expect(wired.client.read(READ)).rejects.toMatchObject({ code: 'clockWrong' });
    expect(wired.http.sent).toHaveLength(2);
  });

  test('a time told under another status changes nothing', async () => {
    const wired = open();
    const told = stale(wired.clock.now() + 600_000);
    wired.http.next('other', { ...told, status: 403 } as HttpOutcome);
    await expect(wired.client.read(READ)).rejects.toMatchObject({ code: 'sessionRefused' });
    expect(wired.http.sent).toHaveLength(1);
  });

  test('a time that was not signed with our key changes nothing', async () => {
    const wired = open();
    wired.http.next('other', stale(wired.clock.now() + 600_000, 'Stale timestamp', 'other key'));
    await expect(wired.client.read(READ)).rejects.toMatchObject({
      code: 'clockWrong',
      offBy: null,
    });
    await wired.client.read(READ);
    expect(wired.http.sent).toHaveLength(2);
    expect(tsOf(requests(wired)[1])).toBe(wired.clock.now() / 1000);
  });
});

describe('sendOnce', () => {
  test.each<[string, HttpOutcome]>([
    ['an answer', envelope(0)],
    ['401', answered(401, '')],
    ['500', answered(500, '')],
    ['no answer', NO_ANSWER],
    ['not sent', { kind: 'notSent', reason: 'domainNotAllowed' }],
  ])('%s: told as it is, sent once', async (_name, outcome) => {
    const wired = open();
    wired.http.always('other', outcome);
    expect(await wired.client.sendOnce(CHARGE)).toEqual({ outcome, staleClockVerified: false });
    expect(wired.http.sent).toHaveLength(1);
  });

  test('a stale clock is told and remembered, but the call is not repeated', async () => {
    const wired = open();
    const serverNow = wired.clock.now() - 600_000;
    wired.http.next('other', stale(serverNow));
    expect(await wired.client.sendOnce(CHARGE)).toMatchObject({ staleClockVerified: true });
    expect(wired.http.sent).toHaveLength(1);
    await wired.client.read(READ);
    expect(tsOf(requests(wired)[1])).toBe(serverNow / 1000);
  });

  test.each(['Invalid nonce', 'Bad mac', ''])(
    'a 401 that says %j is no stale clock, whatever time it tells',
    async (words) => {
      const wired = open();
      wired.http.next('other', stale(wired.clock.now() + 600_000, words));
      expect(await wired.client.sendOnce(CHARGE)).toMatchObject({ staleClockVerified: false });
    },
  );

  test.each<[string, Wiring]>([
    ['nobody is signed in', { credentials: null }],
    ['no nonce can be drawn', { nextNonce: () => Promise.reject(new Error('no random')) }],
  ])('%s: not sent', async (_name, wiring) => {
    const wired = open(wiring);
    expect(await wired.client.sendOnce(CHARGE)).toEqual({
      outcome: { kind: 'notSent', reason: 'ownCheck' },
      staleClockVerified: false,
    });
    expect(wired.http.sent).toHaveLength(0);
  });
});
