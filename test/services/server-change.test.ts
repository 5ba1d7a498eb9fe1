import { CHOSEN_SERVER_KEY } from '../../miniprogram/config/servers';
import { StorageFailedError } from '../../miniprogram/core/errors/storage-failed-error';
import { chooseServer } from '../../miniprogram/services/server-choice';
import { createServerChange } from '../../miniprogram/services/server-change';
import { SERVER } from '../support/world/attempts';
import { envelope } from '../support/world/fake-http';
import { settle } from '../support/world/virtual-clock';
import { address, World } from '../support/world/world';

const OTHER = 'http://192.168.1.5:8610/erp';

const kept = (world: World): unknown => world.storage.stored.get(CHOSEN_SERVER_KEY) ?? null;

async function expectRefused(world: World, text: string, reason: string): Promise<void> {
  const user = world.services.session.current()?.user;
  await expect(world.services.serverChange.to(text)).rejects.toMatchObject({
    code: 'serverChangeRefused',
    reason,
  });
  expect(world.services.session.current()?.user).toBe(user);
  expect(kept(world)).toBeNull();
  expect(world.restarts).toEqual([]);
}

test('keeps the address, ends the session, and starts the app anew', async () => {
  const world = await World.open();
  const { serverChange, session, draft } = world.services;
  draft.set({ bill: 'XS1', amount: '8', origin: 'typed' });
  expect(serverChange.offered).toBe(true);
  expect(serverChange.pending()).toBe(false);
  await serverChange.to(` ${OTHER}/ `);
  expect(kept(world)).toBe(OTHER);
  expect(session.current()).toBeNull();
  expect(draft.get().bill).toBe('');
  expect(world.restarts).toEqual(['pages/collect/collect']);
  expect(serverChange.pending()).toBe(true);
  expect((await chooseServer('develop', world.storage)).baseUrl).toBe(OTHER);
});

test('the session of the old server does not come back, at either server', async () => {
  const world = await World.open();
  await world.services.serverChange.to(OTHER);
  for (const server of [address(OTHER), address(SERVER)]) {
    world.kill(server);
    await world.services.session.restore();
    expect(world.services.session.current()).toBeNull();
  }
});

test('no address: the server that the app has by itself', async () => {
  const world = await World.open();
  const before = (await chooseServer('develop', world.storage)).baseUrl;
  await world.services.serverChange.to(OTHER);
  world.kill(address(OTHER));
  await world.services.serverChange.to('  ');
  expect(kept(world)).toBeNull();
  expect((await chooseServer('develop', world.storage)).baseUrl).toBe(before);
});

test.each([
  ['pos.example.com', 'notAnAddress'],
  ['ftp://pos.example.com', 'notAnAddress'],
  ['http://192.168.1.5:99999', 'notAnAddress'],
  ['http://pos.example.com', 'insecure'],
  ['http://8.8.8.8:8610', 'insecure'],
  [SERVER, 'inUse'],
  [`${SERVER}/`, 'inUse'],
])('%s is refused: %s', async (text, reason) => {
  await expectRefused(await World.open(), text, reason);
});

test('any https address will do', async () => {
  const world = await World.open();
  await world.services.serverChange.to('https://8.8.8.8');
  expect(kept(world)).toBe('https://8.8.8.8');
});

test('refused from the tap until the answer to the call', async () => {
  const world = await World.open();
  const collecting = world.collect();
  await expectRefused(world, OTHER, 'collecting');
  await settle();
  world.scanner.show(null);
  await collecting;

  await world.charge();
  await expectRefused(world, OTHER, 'sending');
  world.http.answer('barcode', envelope(1));
  await settle();
  await world.services.serverChange.to(OTHER);
  expect(kept(world)).toBe(OTHER);
});

test('refused while what came of a payment stands in memory only', async () => {
  const world = await World.open();
  await world.charge();
  world.storage.broken.add('write');
  world.http.answer('barcode', envelope(1));
  await settle();
  await expectRefused(world, OTHER, 'unwritten');
});

test('the storage fails: nobody is signed in, and the server stays', async () => {
  const world = await World.open();
  world.storage.broken.add('write');
  await expect(world.services.serverChange.to(OTHER)).rejects.toBeInstanceOf(StorageFailedError);
  expect(world.services.session.current()).toBeNull();
  expect(world.services.serverChange.pending()).toBe(false);
  expect(world.restarts).toEqual([]);
});

test('an encrypted storage that forgets nothing does not stand in the way', async () => {
  const world = await World.open();
  world.secrets.broken.add('remove');
  await world.services.serverChange.to(OTHER);
  expect(kept(world)).toBe(OTHER);
  world.kill(address(OTHER));
  await world.services.session.restore();
  expect(world.services.session.current()).toBeNull();
});

test('an undecided attempt waits for its own server, and is decided there', async () => {
  const world = await World.open();
  world.http.always('barcode', envelope(1));
  const id = await world.charge();
  await world.services.serverChange.to(OTHER);
  world.kill(address(OTHER));
  await world.load();
  await world.signIn();
  // The other server has a bill of the same number, and it is paid.
  world.paid(28);
  await world.clock.pass(120_000);
  expect(world.attempt(id)).toMatchObject({ state: 'awaiting', server: SERVER });
  world.kill(address(SERVER));
  await world.load();
  await world.signIn();
  await world.clock.pass(10_000);
  expect(world.attempt(id).state).toBe('collected');
});

test.each(['trial', 'release'] as const)(
  '%s offers nothing, and changes nothing',
  async (version) => {
    const { services, storage, restarts } = await World.open();
    const change = createServerChange({
      ...services,
      version,
      storage,
      restart: () => Promise.reject(new Error('restarted')),
    });
    expect(change.offered).toBe(false);
    await expect(change.to(OTHER)).rejects.toThrow();
    expect(storage.stored.has(CHOSEN_SERVER_KEY)).toBe(false);
    expect(services.session.current()).not.toBeNull();
    expect(restarts).toEqual([]);
  },
);
