import { once } from 'node:events';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import Fastify from 'fastify';
import { createSandbox, seededRandom, VirtualClock } from '../../sandbox';
import { send, sign } from './support/caller';
import { envelope, MAIN_ROW, Shop } from './support/shop';

const RICE = 'XS20261122002';

/** A browser's habit: one connection, kept and used again. */
function keeping(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 1 });
}

/** Sockets that wait in the agent for the next call. */
function idle(agent: Agent): number {
  return Object.values(agent.freeSockets).flat().length;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

let shop: Shop;
let agent: Agent;
beforeAll(async () => {
  shop = await Shop.open();
});
beforeEach(() => {
  shop.sandbox.reset();
  agent = keeping();
});
afterEach(() => agent.destroy());
afterAll(() => shop.close());

test('connections are kept, unless the tester closes the idle ones', async () => {
  await shop.call(MAIN_ROW + RICE, { agent });
  await until(() => idle(agent) === 1);
  expect((await shop.control('POST', '/connections/close-idle')).status).toBe(204);
  await until(() => idle(agent) === 0);
  expect((await shop.call(MAIN_ROW + RICE, { agent })).status).toBe(200);
});

test('a spare connection that never carried a call is closed too', async () => {
  const spare = connect(Number(new URL(shop.url).port), '127.0.0.1');
  await once(spare, 'connect');
  // The server has taken it in once it answers on a later one.
  await shop.call(MAIN_ROW + RICE, { agent });
  const closed = once(spare, 'close');
  shop.sandbox.closeIdleConnections();
  await closed;
});

test('without keep-alive each answer closes its own connection', async () => {
  shop.sandbox.settings.keepAlive = 'off';
  const answer = await shop.call(MAIN_ROW + RICE, { agent });
  expect(answer.headers.connection).toBe('close');
  expect(idle(agent)).toBe(0);
});

test('a call under way keeps its connection', async () => {
  shop.sandbox.faults.add({ kind: 'delayed', ms: 150 });
  const answer = shop.collect(RICE, 1, shop.code(), { agent });
  await until(() => shop.charged().length === 1);
  shop.sandbox.closeIdleConnections();
  expect(envelope(await answer).errcode).toBe(0);
});

test('connection-drop: the answer arrives, then the kept connection goes unannounced', async () => {
  shop.sandbox.faults.add({ kind: 'connection-drop' });
  const answer = await shop.collect(RICE, 1, shop.code(), { agent });
  expect(envelope(answer).errcode).toBe(0);
  expect(answer.headers.connection).toBe('keep-alive');
  await until(() => idle(agent) === 0);
});

test('an answer lost on a kept connection kills it', async () => {
  await shop.call(MAIN_ROW + RICE, { agent });
  shop.sandbox.faults.add({ kind: 'answer-lost' });
  await expect(shop.collect(RICE, 1, shop.code(), { agent })).rejects.toThrow();
  expect(shop.charged()).toHaveLength(1);
});

describe('mounted on another server', () => {
  test('answers at the same origin, any case, and closes idle connections there', async () => {
    const clock = new VirtualClock();
    const sandbox = createSandbox({ clock, random: seededRandom(1) });
    const host = Fastify();
    host.get('/', () => 'the host');
    await host.register(sandbox.plugin);
    const url = await host.listen({ port: 0, host: '127.0.0.1' });

    expect((await send(url)).text).toBe('the host');
    for (const path of ['/customer', '/panel', '/openapi.json', '/sandbox/state']) {
      expect((await send(url + path)).status).toBe(200);
    }
    expect((await send(`${url}/nothing`)).text).toContain('Route GET:/nothing not found');
    expect((await send(`${url}/API/nothing`)).text).toContain('找不到与请求 URI');

    const query = url + MAIN_ROW.replace('/api', '/Api') + RICE;
    const authorization = sign(query, { timestamp: clock.now() / 1_000 });
    const answer = await send(query, { headers: { authorization }, agent });
    expect(envelope(answer).errcode).toBe(0);
    await until(() => idle(agent) === 1);
    sandbox.closeIdleConnections();
    await until(() => idle(agent) === 0);
    await host.close();
  });

  test('closing the host ends open event streams', async () => {
    const sandbox = createSandbox();
    const host = Fastify();
    await host.register(sandbox.plugin);
    const url = await host.listen({ port: 0, host: '127.0.0.1' });
    const stream = send(`${url}/sandbox/events`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await host.close();
    expect((await stream).text).toMatch(/^event: state\ndata: \{/);
  });
});
