import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { forwardRequest } from '../../simulator/server/proxy';

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const servers: Server[] = [];

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const encode = (headers: [string, string][]): string =>
  Buffer.from(JSON.stringify(headers)).toString('base64');

function ask(proxy: string, target: string, headers: [string, string][] = []): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(proxy, {
      method: 'POST',
      agent: false,
      headers: { 'x-wx-target': target, 'x-wx-headers': encode(headers), Origin: 'http://own' },
    });
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => {
      let body = '';
      incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
      incoming.on('error', reject);
      incoming.on('end', () => {
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body });
      });
    });
    outgoing.end('{"a":1}');
  });
}

const proxyFor = (allowed: string[]): Promise<string> =>
  listen(createServer((incoming, outgoing) => forwardRequest(incoming, outgoing, allowed)));

test('only the app’s own headers go on; hop-by-hop ones and Host do not', async () => {
  let seen: IncomingMessage | undefined;
  const upstream = await listen(
    createServer((incoming, outgoing) => {
      seen = incoming;
      outgoing.writeHead(418, { 'X-Case': 'Kept' }).end('tea');
    }),
  );
  const proxy = await proxyFor([upstream]);
  const answer = await ask(proxy, `${upstream}/p?q=1`, [
    ['Authorization', 'Hawk id="1"'],
    ['Host', 'elsewhere'],
    ['Connection', 'keep-alive'],
    ['Transfer-Encoding', 'chunked'],
  ]);
  expect(seen?.url).toBe('/p?q=1');
  expect(seen?.headers.host).toBe(new URL(upstream).host);
  expect(seen?.headers.authorization).toBe('Hawk id="1"');
  expect(Object.keys(seen?.headers ?? {}).join()).not.toMatch(/origin|x-wx/);
  expect(answer.status).toBe(200);
  expect(answer.headers['x-wx-status']).toBe('418');
  expect(answer.body).toBe('tea');
  const raw = Buffer.from(String(answer.headers['x-wx-headers']), 'base64').toString();
  expect(JSON.parse(raw)).toContainEqual(['X-Case', 'Kept']);
});

test.each(['http://127.0.0.1:1/x', 'nonsense', ''])(
  '%j is refused and never asked',
  async (target) => {
    const proxy = await proxyFor(['http://127.0.0.1:2']);
    const answer = await ask(proxy, target);
    expect(answer.status).toBe(403);
    expect(answer.headers['x-wx-refused']).toBe('1');
  },
);

test('a dropped connection is dropped here too, and nothing is repeated', async () => {
  let count = 0;
  const upstream = await listen(
    createServer((incoming) => {
      count += 1;
      incoming.socket.destroy();
    }),
  );
  const proxy = await proxyFor([upstream]);
  await expect(ask(proxy, `${upstream}/x`)).rejects.toThrow('socket hang up');
  expect(count).toBe(1);
});

test('a server that is not there drops the connection', async () => {
  const proxy = await proxyFor(['http://127.0.0.1:9']);
  await expect(ask(proxy, 'http://127.0.0.1:9/x')).rejects.toThrow('socket hang up');
});

test('an answer cut in the middle is cut here too', async () => {
  const upstream = await listen(
    createServer((incoming, outgoing) => {
      outgoing.writeHead(200, { 'Content-Length': '50' });
      outgoing.write('half');
      setTimeout(() => incoming.socket.destroy(), 30);
    }),
  );
  const proxy = await proxyFor([upstream]);
  await expect(ask(proxy, `${upstream}/x`)).rejects.toThrow('aborted');
});
