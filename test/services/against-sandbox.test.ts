import { settings } from '../../miniprogram/config/settings';
import type { Attempt } from '../../miniprogram/core/attempt';
import { parseBillNumber } from '../../miniprogram/core/bill';
import { parseYuan } from '../../miniprogram/core/money';
import { parseServerAddress } from '../../miniprogram/core/server-address';
import { createServices } from '../../miniprogram/services/create-services';
import type { Services } from '../../miniprogram/services/services';
import { createVisibility } from '../../miniprogram/services/visibility';
import type { FaultRequest } from '../../sandbox/faults/fault';
import { type RunningSandbox, startSandbox } from '../../sandbox';
import { createNodePlatform, type NodePlatform } from '../support/node-platform/node-platform';

/** The app's real services over real HTTP against a POS server that shares no code with them. */
let sandbox: RunningSandbox;
let platform: NodePlatform;
let services: Services;

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0 });
  platform = createNodePlatform();
  const server = parseServerAddress(sandbox.url);
  if (server === null) throw new Error('sandbox url');
  const navigation = {
    open: () => undefined,
    replace: () => undefined,
    show: () => undefined,
    back: () => undefined,
    close: () => undefined,
  };
  const visibility = createVisibility();
  services = createServices({
    platform,
    settings,
    server,
    about: { environment: 'develop', version: '0.1.0' },
    visibility,
    navigation,
  });
  await services.attempts.load(Date.now());
  await services.session.signIn('1001', '123456');
});

afterEach(async () => {
  // No timer is left behind: neither the watch nor the session's.
  services.visibility.set(false);
  await services.session.signOut();
  await sandbox.close();
});

function customerCode(): string {
  const customer = sandbox.state().customers.find(({ id }) => id === 'c1');
  if (customer === undefined) throw new Error('no customer c1');
  return customer.code.text;
}

async function collect(bill: string, yuan: string): Promise<string> {
  platform.scans.push(customerCode());
  const id = await services.collector.collect(parseBillNumber(bill), parseYuan(yuan));
  if (id === null) throw new Error('the scan was cancelled');
  return id;
}

function whenState(id: string, done: (attempt: Attempt) => boolean): Promise<Attempt> {
  return new Promise((resolve) => {
    const check = (): void => {
      const attempt = services.attempts.get(id);
      if (attempt === null || !done(attempt)) return;
      stop();
      resolve(attempt);
    };
    const stop = services.attempts.subscribe(check);
    check();
  });
}

const charges = (): number => sandbox.state().ledger.length;

test('a whole bill', async () => {
  const id = await collect('XS20261122001', '28.00');
  const attempt = await whenState(id, ({ state }) => state === 'collected');
  expect(attempt).toMatchObject({ proof: 'answer', billComplete: true });
  expect(charges()).toBe(1);
});

test('a part of a bill', async () => {
  const id = await collect('XS20261122002', '40.00');
  const attempt = await whenState(id, ({ state }) => state === 'collected');
  expect(attempt).toMatchObject({ proof: 'answer', billComplete: false });
});

test.each<[string, string, FaultRequest]>([
  ['28.00', 'billState', { kind: 'answer-lost' }],
  ['28.00', 'billState', { kind: 'error-after' }],
  ['20.00', 'receiptGrowth', { kind: 'answer-lost' }],
  ['20.00', 'receiptGrowth', { kind: 'unknown-errcode' }],
])('%s whose answer was lost is proved by %s (%j)', async (yuan, proof, fault) => {
  sandbox.faults.add(fault);
  const id = await collect('XS20261122001', yuan);
  const attempt = await whenState(id, ({ state }) => state === 'collected');
  expect(attempt.proof).toBe(proof);
  expect(charges()).toBe(1);
});

test('a request that never arrived stays undecided, and the bill stays blocked', async () => {
  sandbox.faults.add({ kind: 'request-lost' });
  const id = await collect('XS20261122001', '28.00');
  await whenState(id, ({ state }) => state === 'unknown');
  await expect(collect('xs20261122001', '28.00')).rejects.toMatchObject({ code: 'billBlocked' });
  expect(charges()).toBe(0);
});

test('a declined payment may be tried again once the bill was seen unmoved', async () => {
  sandbox.faults.add({ kind: 'declined', words: '余额不足' });
  const id = await collect('XS20261122001', '28.00');
  const attempt = await whenState(id, ({ recheck }) => recheck === 'unmoved');
  expect(attempt).toMatchObject({ state: 'declined', message: '余额不足' });
  expect(charges()).toBe(0);
});

test('calls that arrive twice, and only the refusal of the repeat comes back', async () => {
  await services.session.signOut();
  for (const target of ['login', 'main-row', 'receipt', 'barcode'] as const) {
    sandbox.faults.add({ kind: 'delivered-twice', target });
  }
  await services.session.signIn('1001', '123456');
  const id = await collect('XS20261122001', '28.00');
  // Sent before its answer has come: the first query about it meets the same.
  sandbox.faults.add({ kind: 'delivered-twice', target: 'query' });
  const attempt = await whenState(id, ({ state }) => state === 'collected');
  expect(attempt.proof).toBe('billState');
  expect(charges()).toBe(1);
  expect(services.session.current()?.user).toBe('1001');
  const { recentCalls } = sandbox.state();
  expect(recentCalls.filter(({ outcome }) => outcome === '401')).toHaveLength(5);
  expect(recentCalls.filter(({ endpoint }) => endpoint === 'barcode')).toHaveLength(2);
});

test('nothing stored holds the code, the KEY or the password', async () => {
  const code = customerCode();
  const id = await collect('XS20261122001', '28.00');
  await whenState(id, ({ state }) => state === 'collected');
  const stored = Array.from(platform.stored.values()).join('\n');
  expect(stored).toContain('XS20261122001');
  expect(stored).not.toContain(code);
  expect(stored).not.toContain('E10ADC3949BA59ABBE56E057F20F883E');
  expect(stored).not.toMatch(/"123456"|Authorization|Hawk /);
});

describe('the server’s clock', () => {
  const outcomes = (endpoint: string): string[] =>
    sandbox
      .state()
      .recentCalls.filter((call) => call.endpoint === endpoint)
      .map(({ outcome }) => outcome);
  const MINUTE = 60_000;
  const DAY = 1_440 * MINUTE;

  test.each([10 * MINUTE, -10 * MINUTE, DAY, -DAY, DAY + 10 * MINUTE])(
    'is %i ms ahead: Login learns it, and everything after it is signed right at once',
    async (ms) => {
      await services.session.signOut();
      sandbox.reset();
      sandbox.settings.clockOffsetMs = ms;
      await services.session.signIn('1001', '123456');
      expect(outcomes('login')).toHaveLength(2);
      const id = await collect('XS20261122001', '28.00');
      const attempt = await whenState(id, ({ state }) => state === 'collected');
      expect(attempt.proof).toBe('answer');
      expect(outcomes('main-row')).toEqual(['errcode 0']);
      expect(outcomes('barcode')).toEqual(['errcode 0']);
      expect(charges()).toBe(1);
    },
  );

  test('a wrong password is a wrong password, whatever the clock', async () => {
    await services.session.signOut();
    sandbox.settings.clockOffsetMs = 10 * MINUTE;
    await expect(services.session.signIn('1001', 'wrong')).rejects.toMatchObject({
      code: 'signInRefused',
    });
  });
});
