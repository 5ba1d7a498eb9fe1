/// <reference path="../../../sandbox/auth/hawk.d.ts" />
import { server } from 'hawk';
import { type BillNumber, parseBillNumber } from '../../../miniprogram/core/bill';
import { type EndpointName, ENDPOINTS } from '../../../miniprogram/services/pos/endpoints';
import { login } from '../../../miniprogram/services/pos/login';
import type { PosClient } from '../../../miniprogram/services/pos/pos-client';
import { queryBillRows } from '../../../miniprogram/services/pos/query-bill-rows';
import { queryMainRow } from '../../../miniprogram/services/pos/query-main-row';
import { queryReceipt, queryReceiptContent } from '../../../miniprogram/services/pos/query-receipt';
import { queryWechatPayment } from '../../../miniprogram/services/pos/query-wechat-payment';
import type { HttpRequest } from '../../../miniprogram/utils/http';
import { answered } from '../../support/world/fake-http';
import { type Wired, wiredClient, type Wiring } from '../../support/world/client';
import { KEY } from '../../support/world/world';

/**
 * What .NET servers are strict about: the path signed is the path sent, unreserved characters stand
 * as they are, the host is in lower case, and a GET has no payload hash.
 */
const CALLS: readonly ((client: PosClient, bill: BillNumber) => Promise<unknown>)[] = [
  (client) => login(client, 1_000),
  (client, bill) => queryMainRow(client, bill, 1_000),
  (client, bill) => queryBillRows(client, bill, 1_000),
  (client, bill) => queryReceipt(client, bill, 1_000),
  (client, bill) => queryReceiptContent(client, bill, 1_000),
  (client, bill) => queryWechatPayment(client, bill, '7', 1_000),
  (client) =>
    client.sendOnce({
      method: 'POST',
      path: ENDPOINTS.barcode,
      body: '{"备注":"收"}',
      timeout: 1_000,
    }),
];

async function everyCall(bill: string, wiring: Wiring): Promise<Wired> {
  const wired = wiredClient(wiring);
  wired.clock.setBy(Date.now() - wired.clock.now());
  for (const endpoint of Object.keys(ENDPOINTS) as EndpointName[])
    wired.http.always(endpoint, answered(500, ''));
  for (const call of CALLS) await call(wired.client, parseBillNumber(bill)).catch(() => undefined);
  expect(wired.http.sent).toHaveLength(CALLS.length);
  return wired;
}

/** The real server half judges what went over the wire, byte for byte. */
async function judge(request: HttpRequest, authority?: { host: string; port: number }) {
  const { method, url, headers, body } = request;
  const { origin, host, protocol, href } = new URL(url);
  expect(href).toBe(url); // nothing on the way has a reason to rewrite it
  await server.authenticate(
    {
      method,
      url: url.slice(origin.length),
      headers: {
        host,
        authorization: headers['Authorization'],
        'content-type': headers['Content-Type'],
      },
    },
    async () => ({ key: KEY, algorithm: 'sha256' as const }),
    {
      ...(host.includes(':') ? {} : { port: protocol === 'https:' ? 443 : 80 }),
      ...authority,
      ...(body !== null && { payload: body }),
    },
  );
  expect(/\bhash="/.test(headers['Authorization'] ?? '')).toBe(body !== null);
}

const SERVERS = [
  'https://pos.example.com',
  'https://POS.Example.COM',
  'https://pos.example.com:443/Pos',
  'https://pos.example.com:8443/pos/v1.2/~a',
  'https://pos.example.com/收银',
  'http://192.168.1.9:80',
  'http://192.168.1.9:8610/pos',
];

test.each(SERVERS)('every call to %s is signed as it is sent', async (address) => {
  const { http } = await everyCall('XS20261122001', { server: address });
  for (const { request } of http.sent) await judge(request);
});

test.each([
  ['XS20261122001', 'XS20261122001'],
  ['A-1_b.C', 'A-1_b.C'],
  ['收银单1', '%E6%94%B6%E9%93%B6%E5%8D%951'],
  ['A/1#2', 'A%2F1%232'],
  ['𠮷1', '%F0%A0%AE%B71'],
])('bill %s stands in the path as %s', async (bill, encoded) => {
  const { http } = await everyCall(bill, { server: 'https://pos.example.com/pos' });
  for (const { request } of http.sent) await judge(request);
  const gets = http.sent.filter(({ request }) => request.method === 'GET');
  expect(gets).toHaveLength(4);
  for (const { request } of gets) {
    expect(request.url.startsWith('https://pos.example.com/pos/api/')).toBe(true);
    expect(request.url.endsWith(`/${encoded}`)).toBe(true);
  }
});

test('every call is signed for the authority that a proxy shows to the server', async () => {
  const signedAuthority = { host: 'Inner.example.com', port: 81 };
  const { http } = await everyCall('XS1', { signedAuthority });
  for (const { request } of http.sent) {
    expect(request.url.startsWith('https://pos.example.com/')).toBe(true);
    await judge(request, { host: 'inner.example.com', port: 81 });
    await expect(judge(request)).rejects.toThrow('Bad mac');
  }
});
