import type { Page } from '@playwright/test';
import { expect, test } from './support';

interface Options {
  url: string;
  method?: 'GET' | 'POST';
  data?: string;
  header?: Record<string, string>;
  timeout?: number;
  redirect?: 'manual' | 'follow';
}

interface Outcome {
  result?: { statusCode: number; data: string; header: Record<string, string>; errMsg: string };
  failure?: { errMsg: string; errno?: number };
}

/** Lets the app send a request; the answer is what its callback got. */
const send = (page: Page, options: Options): Promise<Outcome> =>
  page.evaluate((given) => {
    const net = window.__simulator.requires('lib/net') as {
      send(one: Options): Promise<Outcome>;
    };
    return net.send(given);
  }, options);

const silence = (): void => undefined;

test.beforeEach(({ open }) => open());

test('method, path, query, body and headers arrive unchanged', async ({ page, upstream }) => {
  upstream.answer = (_request, response) => {
    response.writeHead(201, { 'X-Own': '1', 'Set-Cookie': ['a=1', 'b=2'] }).end('{"ok":true}');
  };
  const { result } = await send(page, {
    url: `${upstream.url}/api/Pos/A%20b?x=1&y=%E4%BD%A0`,
    method: 'POST',
    data: '{"金额":1.50}',
    header: { Authorization: 'Hawk id="1001"', 'Content-Type': 'application/json', Host: 'no' },
  });
  expect(result).toMatchObject({ statusCode: 201, data: '{"ok":true}', errMsg: 'request:ok' });
  expect(result?.header).toMatchObject({ 'X-Own': '1', 'Set-Cookie': 'a=1,b=2' });
  const [request] = upstream.received;
  expect(request).toMatchObject({
    method: 'POST',
    url: '/api/Pos/A%20b?x=1&y=%E4%BD%A0',
    body: '{"金额":1.50}',
  });
  expect(request?.headers).toMatchObject({
    authorization: 'Hawk id="1001"',
    'content-type': 'application/json',
    host: new URL(upstream.url).host,
  });
  expect(Object.keys(request?.headers ?? {})).not.toContain('origin');
  expect(Object.keys(request?.headers ?? {}).join()).not.toMatch(/x-wx|sec-|cookie/);
});

for (const status of [204, 301, 401, 404, 500, 503]) {
  test(`status ${String(status)} is a success`, async ({ page, upstream }) => {
    upstream.answer = (_request, response) => {
      response.writeHead(status, { Location: '/elsewhere', 'WWW-Authenticate': 'Hawk' }).end();
    };
    const { result } = await send(page, { url: `${upstream.url}/x`, redirect: 'manual' });
    expect(result?.statusCode).toBe(status);
    expect(upstream.received).toHaveLength(1);
  });
}

test('a dropped connection, a cut body and a server that is not there fail', async ({
  page,
  upstream,
}) => {
  upstream.answer = (request) => request.socket.destroy();
  const dropped = await send(page, { url: `${upstream.url}/drop` });
  expect(dropped.failure?.errno).toBe(600001);
  upstream.answer = (request, response) => {
    response.writeHead(200, { 'Content-Length': '100' });
    response.write('{"errcode":');
    setTimeout(() => request.socket.destroy(), 50);
  };
  const cut = await send(page, { url: `${upstream.url}/cut` });
  expect(cut.failure?.errno).toBe(600001);
});

test('a host that is not on the list is never asked', async ({ page, upstream }) => {
  const { failure } = await send(page, { url: 'http://127.0.0.1:9/x' });
  expect(failure).toEqual({ errMsg: 'request:fail url not in domain list', errno: 600002 });
  expect(upstream.received).toHaveLength(0);
});

test('a timeout; the server may have got the request all the same', async ({ page, upstream }) => {
  upstream.answer = silence;
  const { failure } = await send(page, { url: `${upstream.url}/slow`, timeout: 150 });
  expect(failure).toEqual({ errMsg: 'request:fail timeout', errno: 5 });
  expect(upstream.received).toHaveLength(1);
});

test('a switch of the network interrupts what is in flight', async ({ page, upstream }) => {
  upstream.answer = silence;
  const pending = send(page, { url: `${upstream.url}/slow` });
  await expect.poll(() => upstream.received.length).toBe(1);
  await page.evaluate(() => window.__simulator.setNetwork('4g'));
  expect((await pending).failure?.errno).toBe(600003);
  await page.evaluate(() => window.__simulator.setNetwork('none'));
  const offline = await send(page, { url: `${upstream.url}/x` });
  expect(offline.failure?.errno).toBe(600001);
});

test('a suspended app loses what is in flight and learns of it on return', async ({
  page,
  upstream,
}) => {
  upstream.answer = silence;
  const pending = send(page, { url: `${upstream.url}/slow` });
  await expect.poll(() => upstream.received.length).toBe(1);
  await page.evaluate(() => window.__simulator.hide(20));
  await page.waitForTimeout(100);
  await page.evaluate(() => window.__simulator.show());
  expect((await pending).failure?.errno).toBe(600003);
});

test('Chromium repeats a POST on a dropped kept-alive connection: both copies arrive', async ({
  page,
  upstream,
}) => {
  upstream.answer = (_request, response) => void response.end('{}');
  await send(page, { url: `${upstream.url}/warm-up` });
  upstream.answer = (request) => request.socket.destroy();
  const post: Options = { url: `${upstream.url}/pay`, method: 'POST', data: 'once' };
  const { failure } = await send(page, post);
  expect(failure?.errno).toBe(600001);
  const copies = upstream.received.filter(({ url }) => url === '/pay');
  expect(copies.map(({ body }) => body)).toEqual(['once', 'once']);
});

test('with idle connections closed first, a POST goes out once', async ({
  page,
  upstream,
  simulator,
}) => {
  simulator.sandbox.closeIdleConnections();
  upstream.answer = (request) => request.socket.destroy();
  await send(page, { url: `${upstream.url}/pay`, method: 'POST', data: 'once' });
  expect(upstream.received.filter(({ url }) => url === '/pay')).toHaveLength(1);
});
