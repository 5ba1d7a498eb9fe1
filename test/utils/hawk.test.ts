/// <reference path="../../sandbox/auth/hawk.d.ts" />
import { server } from 'hawk';
import fc from 'fast-check';
import {
  hawkHeader,
  type HawkRequest,
  isHawkId,
  saysReplayed,
  saysStale,
  verifiedServerTime,
} from '../../miniprogram/utils/hawk';

const CREDENTIALS = { id: '1001', key: 'E10ADC3949BA59ABBE56E057F20F883E' };
const TYPE = 'application/json';
const BODY = '{"billnum":"XS1","wechatbarcode":"x+/=","paymentvalue":28.00,"备注":"收"}';

const GET: HawkRequest = {
  method: 'GET',
  resource: '/pos/api/Pos/Print/Content/XS%2F1?a=1&b=%E6%94%B6',
  host: 'pos.example.com',
  port: 8443,
  payload: null,
};
const POST: HawkRequest = {
  ...GET,
  method: 'POST',
  resource: '/api/Pos/Barcode',
  payload: { contentType: TYPE, body: BODY },
};

const now = (): number => Math.floor(Date.now() / 1000);
let count = 0;
const stamp = (): { ts: number; nonce: string } => ({
  ts: now(),
  nonce: `n${String((count += 1))}`,
});

interface Arrival {
  readonly header: string;
  readonly request?: Partial<HawkRequest>;
  /** What the server receives as body. */
  readonly body?: string;
  readonly contentType?: string;
  readonly key?: string;
  readonly id?: string;
  readonly nonces?: Set<string>;
}

/** Lets the real server half judge a header; 'ok', or its words of refusal. */
async function judge(sent: HawkRequest, arrival: Arrival): Promise<string> {
  const { method, resource, host, port } = { ...sent, ...arrival.request };
  const id = arrival.id ?? CREDENTIALS.id;
  const headers = {
    host: `${host}:${String(port)}`,
    authorization: arrival.header,
    'content-type': arrival.contentType ?? TYPE,
  };
  const lookUp = async (name: string): Promise<{ key: string; algorithm: 'sha256' } | null> =>
    name === id ? { key: arrival.key ?? CREDENTIALS.key, algorithm: 'sha256' } : null;
  try {
    await server.authenticate({ method, url: resource, headers }, lookUp, {
      ...(arrival.body !== undefined && { payload: arrival.body }),
      nonceFunc: (_key, nonce) => {
        if (arrival.nonces?.has(nonce) === true) throw new Error('seen');
        arrival.nonces?.add(nonce);
      },
    });
    return 'ok';
  } catch (error) {
    return error instanceof Error ? error.message : 'refused';
  }
}

describe('the real server half', () => {
  test('accepts a GET, which carries no payload hash', async () => {
    const header = hawkHeader(CREDENTIALS, GET, stamp());
    expect(header).not.toContain('hash=');
    expect(await judge(GET, { header })).toBe('ok');
  });

  test.each([TYPE, 'application/json; charset=utf-8', 'Application/JSON'])(
    'accepts a POST with its payload hash, received as %s',
    async (contentType) => {
      const header = hawkHeader(CREDENTIALS, POST, stamp());
      expect(await judge(POST, { header, body: BODY, contentType })).toBe('ok');
    },
  );

  test('accepts a POST without a body, which carries none either', async () => {
    const login: HawkRequest = { ...POST, payload: null };
    expect(await judge(login, { header: hawkHeader(CREDENTIALS, login, stamp()) })).toBe('ok');
  });

  test('accepts capital letters in the host, on either side', async () => {
    const capital = { ...GET, host: 'POS.Example.COM' };
    const header = hawkHeader(CREDENTIALS, capital, stamp());
    expect(await judge(GET, { header })).toBe('ok');
    expect(await judge(capital, { header: hawkHeader(CREDENTIALS, GET, stamp()) })).toBe('ok');
  });

  const tampered: readonly [string, Partial<Arrival>, string][] = [
    ['method', { request: { method: 'GET' } }, 'Bad mac'],
    ['path', { request: { resource: '/api/Pos/Other' } }, 'Bad mac'],
    ['query', { request: { resource: '/api/Pos/Barcode?x=1' } }, 'Bad mac'],
    ['host', { request: { host: 'evil.example.com' } }, 'Bad mac'],
    ['port', { request: { port: 443 } }, 'Bad mac'],
    ['body', { body: BODY.replace('28.00', '0.01') }, 'Bad payload hash'],
    ['media type', { contentType: 'text/plain' }, 'Bad payload hash'],
    ['key', { key: 'F3D5A1A27A11EE5783FB2F97F9C526D4' }, 'Bad mac'],
    ['user', { id: '1002' }, 'Unknown credentials'],
  ];
  test.each(tampered)('refuses another %s', async (_name, change, words) => {
    const header = hawkHeader(CREDENTIALS, POST, stamp());
    expect(await judge(POST, { header, body: BODY, ...change })).toBe(words);
  });

  test.each([
    ['nonce', /nonce="[^"]*"/, 'nonce="zz"', 'Bad mac'],
    ['ts', /ts="[^"]*"/, `ts="${String(now() + 30)}"`, 'Bad mac'],
    ['hash', /hash="[^"]*"/, 'hash="AAAA"', 'Bad mac'],
    ['mac', /mac="./, 'mac="!', 'Bad mac'],
    ['id', /id="1001"/, 'id="1002"', 'Unknown credentials'],
  ])('refuses a header with another %s', async (_name, from, to, words) => {
    const header = hawkHeader(CREDENTIALS, POST, stamp()).replace(from, to);
    expect(await judge(POST, { header, body: BODY })).toBe(words);
  });

  test('refuses a replay', async () => {
    const nonces = new Set<string>();
    const header = hawkHeader(CREDENTIALS, POST, stamp());
    expect(await judge(POST, { header, body: BODY, nonces })).toBe('ok');
    expect(await judge(POST, { header, body: BODY, nonces })).toBe('Invalid nonce');
  });

  test('accepts every user name that isHawkId lets through', async () => {
    const printable = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(printable.filter(isHawkId), async (id) => {
        const header = hawkHeader({ ...CREDENTIALS, id }, GET, stamp());
        expect(await judge(GET, { header, id })).toBe('ok');
      }),
    );
  });
});

test.each([
  ['1001', true],
  ['zhang.san@shop 1', true],
  ['', false],
  ['张三', false],
  ['a"b', false],
  ['a\\b', false],
  ['a\nb', false],
  ['é', false],
])('isHawkId(%j) is %s', (text, expected) => {
  expect(isHawkId(text)).toBe(expected);
});

describe('verifiedServerTime', () => {
  /** The challenge with which the real server half answers a clock that is ten minutes slow. */
  async function challenge(aheadMs: number): Promise<string> {
    const authorization = hawkHeader(CREDENTIALS, GET, stamp());
    const headers = { host: 'pos.example.com:8443', authorization };
    try {
      await server.authenticate(
        { method: 'GET', url: GET.resource, headers },
        async () => ({ key: CREDENTIALS.key, algorithm: 'sha256' as const }),
        { localtimeOffsetMsec: aheadMs },
      );
    } catch (error) {
      const boom = error as { output: { headers: Record<string, string> } };
      return boom.output.headers['WWW-Authenticate'] ?? '';
    }
    throw new Error('not stale');
  }

  test.each([600_000, -600_000])('reads the real stale answer (server %i ms ahead)', async (ms) => {
    const header = await challenge(ms);
    expect(header).toContain('Stale timestamp');
    const told = verifiedServerTime(header, CREDENTIALS);
    expect(Math.abs((told ?? 0) * 1000 - (Date.now() + ms))).toBeLessThan(3_000);
  });

  test('does not believe a time that was not signed with our key', async () => {
    const header = await challenge(600_000);
    const other = { ...CREDENTIALS, key: 'F3D5A1A27A11EE5783FB2F97F9C526D4' };
    expect(verifiedServerTime(header, other)).toBeNull();
    expect(verifiedServerTime(header.replace(/ts="(\d)/, 'ts="9$1'), CREDENTIALS)).toBeNull();
    expect(verifiedServerTime(header.replace(/tsm="./, 'tsm="!'), CREDENTIALS)).toBeNull();
    expect(verifiedServerTime(header.replace(/tsm="[^"]*"/, 'tsm=""'), CREDENTIALS)).toBeNull();
  });

  test.each([
    '',
    'Hawk',
    'Hawk error="Bad mac"',
    'Hawk ts="1795334400"',
    'Hawk tsm="AAAA"',
    'Hawk ts="", tsm="AAAA"',
    'Hawk ts="abc", tsm="AAAA"',
    'Basic realm="pos", ts="1795334400", tsm="AAAA"',
    'Hawk ts="99999999999999999999", tsm="AAAA"',
  ])('%j tells no time', (header) => {
    expect(verifiedServerTime(header, CREDENTIALS)).toBeNull();
  });
});

test.each([
  ['Hawk ts="1", tsm="x", error="Stale timestamp"', true],
  ['Hawk error="stale timestamp"', true],
  ['Hawk ts="1", tsm="x", error="Invalid nonce"', false],
  ['Hawk ts="1", tsm="x"', false],
  ['', false],
])('saysStale(%j) is %s', (header, expected) => {
  expect(saysStale(header)).toBe(expected);
});

test.each([
  ['Hawk error="Invalid nonce"', true],
  ['hawk ts="1", tsm="x", error="Nonce has been used"', true],
  ['Hawk ts="1", tsm="x", error="Stale timestamp"', false],
  ['Hawk nonce="n", error="Bad mac"', false],
  ['Hawk error="Unannounced"', false],
  ['Basic error="Invalid nonce"', false],
  ['Hawk', false],
  ['', false],
])('saysReplayed(%j) is %s', (header, expected) => {
  expect(saysReplayed(header)).toBe(expected);
});
