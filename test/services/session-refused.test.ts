import type { Services } from '../../miniprogram/services/services';
import { parseBillNumber } from '../../miniprogram/core/bill';
import { BILL } from '../support/world/attempts';
import { answered, type Endpoint, envelope } from '../support/world/fake-http';
import { settle } from '../support/world/virtual-clock';
import { World } from '../support/world/world';

/** A session that the server refuses ends wherever that shows, and only that session. */
const REFUSED = answered(401, '', { 'www-authenticate': 'Hawk error="Unknown credentials"' });
const bill = parseBillNumber(BILL);

const readers: readonly (readonly [
  string,
  Endpoint,
  (services: Services, world: World) => Promise<unknown>,
])[] = [
  ['the home page', 'mainRow', ({ bills }) => bills.look(bill)],
  ['the rows of the home page', 'rows', ({ bills }) => bills.look(bill)],
  ['the amounts of the home page', 'receipt', ({ bills }) => bills.look(bill)],
  ['the desk', 'mainRow', async ({ desk }) => desk.open(bill)],
  ['the amounts of a query', 'receipt', ({ bills }) => bills.query(bill, true)],
  ['the receipt', 'receipt', ({ receipts }) => receipts.read(bill)],
  [
    'the state beside the rows of a receipt',
    'mainRow',
    ({ receipts }, { http }) => {
      http.always('receipt', envelope(-1));
      http.always('rows', envelope(0, []));
      return receipts.read(bill);
    },
  ],
  ['the read before a charge', 'mainRow', (_services, world) => world.charge()],
  [
    'the read before a charge whose scan is cancelled',
    'mainRow',
    (_services, world) => {
      world.scanner.put(null);
      return world.collect();
    },
  ],
];

test.each(readers)('%s (%s): KEY and token are dropped', async (_name, endpoint, read) => {
  const world = await World.open();
  world.http.always(endpoint, REFUSED);
  const { services } = world;
  await read(services, world).catch(() => null);
  await settle();
  expect(services.session.current()).toBeNull();
  expect(services.session.wasRefused()).toBe(true);
  expect(world.secrets.stored.size).toBe(0);
});

test('the reason is told also to who asks afterwards', async () => {
  const world = await World.open();
  world.http.always('mainRow', REFUSED);
  await world.services.bills.look(bill).catch(() => null);
  await expect(world.services.receipts.read(bill)).rejects.toMatchObject({
    code: 'sessionRefused',
  });
  expect(world.calls('receipt')).toHaveLength(0);
});

test('a charge whose first read was refused while the scanner was open says why', async () => {
  const world = await World.open();
  world.http.always('mainRow', REFUSED);
  await expect(world.charge()).rejects.toMatchObject({ code: 'sessionRefused' });
  expect(world.calls('mainRow')).toHaveLength(1);
  expect(world.calls('barcode')).toHaveLength(0);
});

test('the barcode call’s 401 says nothing about the session', async () => {
  const world = await World.open();
  const id = await world.charge();
  world.http.answer('barcode', REFUSED);
  await settle();
  expect(world.attempt(id).state).toBe('unknown');
  expect(world.services.session.current()?.user).toBe('1001');
});

test('nor does that of a call of another product line', async () => {
  const world = await World.open({ queryWechat: true });
  const id = await world.charge();
  world.http.always('wechat', REFUSED);
  world.http.answer('barcode', envelope(1, { billnum: BILL, autoid: 7 }));
  await world.clock.pass(5_000);
  expect(world.calls('wechat').length).toBeGreaterThan(0);
  expect(world.services.session.current()?.user).toBe('1001');
  expect(world.attempt(id).state).toBe('awaiting');
});

describe('a 403 on what a role may have no right to', () => {
  const DENIED = answered(403, '');
  const ROWS = envelope(0, []);

  test.each<[Endpoint, object]>([
    ['rows', { rows: null, receipt: { due: { amount: 2800 } } }],
    ['receipt', { rows: [], receipt: null }],
  ])('%s: not read, and nobody is signed out', async (endpoint, look) => {
    const world = await World.open();
    world.http.always('rows', ROWS);
    world.http.always(endpoint, DENIED);
    expect(await world.services.bills.look(bill)).toMatchObject({ look });
    await settle();
    expect(world.services.session.current()?.user).toBe('1001');
    expect(world.secrets.stored.size).toBe(1);
  });

  test('the receipt page makes do with the rows', async () => {
    const world = await World.open();
    world.http.always('receipt', DENIED);
    world.http.always('rows', ROWS);
    expect(await world.services.receipts.read(bill)).toMatchObject({ rows: [], figures: null });
    expect(world.services.session.current()?.user).toBe('1001');
  });

  test('without the receipt’s amounts nothing is charged, and the session stays', async () => {
    const world = await World.open();
    world.http.always('receipt', DENIED);
    await expect(world.charge()).rejects.toMatchObject({ code: 'unreadableAnswer', status: 403 });
    expect(world.calls('barcode')).toHaveLength(0);
    expect(world.services.session.current()?.user).toBe('1001');
  });

  test('a query goes by the state alone', async () => {
    const world = await World.open();
    world.http.always('receipt', DENIED);
    expect(await world.services.bills.query(bill, true)).toMatchObject({ figures: null });
    expect(world.services.session.current()?.user).toBe('1001');
  });

  test('on the state of the bill it ends the session like a 401', async () => {
    const world = await World.open();
    world.http.always('mainRow', DENIED);
    await world.services.bills.look(bill).catch(() => null);
    expect(world.services.session.wasRefused()).toBe(true);
  });
});

test.each(['1002', '1001'])(
  'an answer to the session before does not end that of %s',
  async (user) => {
    const world = await World.open();
    world.http.next('mainRow', 'hold');
    const reading = world.services.bills.look(bill).catch((error: unknown) => error);
    await settle();
    await world.signIn(user, 'another');
    world.http.answer('mainRow', REFUSED);
    expect(await reading).toMatchObject({ code: 'sessionRefused' });
    await settle();
    expect(world.services.session.current()?.user).toBe(user);
    expect(world.services.session.isKept()).toBe(true);
    expect(world.secrets.stored.size).toBe(1);
  },
);

test('nor one that comes while the new session is being kept', async () => {
  const world = await World.open();
  world.http.next('mainRow', 'hold');
  const reading = world.services.bills.look(bill).catch(() => null);
  await settle();
  world.secrets.held.add('write');
  const signing = world.signIn('1002', 'another');
  await settle();
  world.http.answer('mainRow', REFUSED);
  await reading;
  world.secrets.release();
  await signing;
  expect(world.services.session.current()?.user).toBe('1002');
  expect(world.services.session.isKept()).toBe(true);
  expect(world.secrets.stored.size).toBe(1);
});

test('two refusals at once: listeners hear of one end', async () => {
  const world = await World.open();
  const heard: (string | null)[] = [];
  world.services.session.subscribe((current) => heard.push(current?.user ?? null));
  world.http.always('receipt', REFUSED);
  world.http.always('rows', REFUSED);
  await world.services.bills.look(bill).catch(() => null);
  await settle();
  expect(heard).toEqual([null]);
});
