import { createSessionKeeper, type SessionKeeper } from '../../miniprogram/services/session-keeper';
import { encodeSession, type KeptSession } from '../../miniprogram/core/kept-session';
import { Secret } from '../../miniprogram/core/secret';
import { START } from '../support/world/attempts';
import { FakeSecretStorage } from '../support/world/fake-secret-storage';
import { FakeStorage } from '../support/world/fake-storage';
import { settle, VirtualClock } from '../support/world/virtual-clock';
import { KEY } from '../support/world/world';

const session = (user: string, signedInAt = START): KeptSession => ({
  server: 'https://pos.example.com',
  user,
  nickname: user,
  key: new Secret(KEY),
  token: null,
  signedInAt,
});

let secrets: FakeSecretStorage;
let storage: FakeStorage;
let clock: VirtualClock;
let keeper: SessionKeeper;
beforeEach(() => {
  secrets = new FakeSecretStorage();
  storage = new FakeStorage();
  clock = new VirtualClock();
  keeper = createSessionKeeper(secrets, storage, clock);
});

async function kept(): Promise<string | null> {
  const found = await createSessionKeeper(secrets, storage, clock).read();
  return found === null || found === 'unusable' ? found : found.user;
}

test('what was kept is read; what was forgotten is not', async () => {
  expect(await keeper.read()).toBeNull();
  expect(await keeper.keep(session('1001'))).toBe(true);
  expect(await kept()).toBe('1001');
  expect(await keeper.forget()).toBe(true);
  expect(await kept()).toBeNull();
});

test('what is no session of ours is told apart from nothing', async () => {
  secrets.stored.set('session', '{"format":0}');
  expect(await keeper.read()).toBe('unusable');
});

test('a session that cannot be kept does not leave the one before it', async () => {
  await keeper.keep(session('1001'));
  secrets.broken.add('write');
  expect(await keeper.keep(session('1002'))).toBe(false);
  await settle();
  expect(await kept()).toBeNull();
});

test('a session that may come back is told', async () => {
  await keeper.keep(session('1001'));
  secrets.broken.add('remove');
  storage.broken.add('write');
  expect(await keeper.forget()).toBe(false);
  secrets.broken.clear();
  expect(await keeper.forget()).toBe(true);
});

const DAY = 86_400_000;

describe('encrypted storage that lets go of nothing', () => {
  beforeEach(async () => {
    await keeper.keep(session('1001'));
    secrets.broken.add('write');
    secrets.broken.add('remove');
  });

  test('a sign-out is one over a restart too', async () => {
    expect(await keeper.forget()).toBe(true);
    expect(secrets.stored.size).toBe(1);
    expect(await kept()).toBe('unusable');
  });

  test('whoever could not be kept does not leave the one before', async () => {
    expect(await keeper.keep(session('1002'))).toBe(false);
    await settle();
    expect(secrets.stored.size).toBe(1);
    expect(await kept()).toBe('unusable');
  });

  test('the app is killed before the removal has an end', async () => {
    secrets.broken.delete('remove');
    secrets.held.add('remove');
    expect(await keeper.keep(session('1002'))).toBe(false);
    await settle();
    expect(await createSessionKeeper(clone(secrets), storage, clock).read()).toBe('unusable');
  });

  test('nor after a restart in which it could not even be read', async () => {
    secrets.broken.add('read');
    keeper = createSessionKeeper(secrets, storage, clock);
    expect(await keeper.read()).toBeNull();
    clock.setBy(-DAY);
    await keeper.keep(session('1002', clock.now()));
    await settle();
    secrets.broken.delete('read');
    clock.setBy(DAY);
    expect(await kept()).toBe('unusable');
  });

  test.each([
    ['later', DAY],
    ['in the same millisecond', 0],
    ['after the clock was set back', -DAY],
  ])('whoever signs in %s is restored, and nobody before', async (_name, later) => {
    await keeper.forget();
    clock.setBy(later);
    secrets.broken.clear();
    expect(await keeper.keep(session('1002', clock.now()))).toBe(true);
    expect(await kept()).toBe('1002');
    // What is written long after its time is no session either.
    secrets.stored.set('session', encodeSession(session('1001', clock.now() - 1)).reveal());
    expect(await kept()).toBe('unusable');
  });

  test('plain storage that refuses then: whoever signs in next is asked again at worst', async () => {
    await keeper.forget();
    secrets.broken.clear();
    storage.broken.add('write');
    expect(await keeper.keep(session('1002'))).toBe(false);
    await settle();
    expect(await kept()).toBeNull();
  });

  test('what plain storage is given is a number', async () => {
    await keeper.forget();
    await keeper.keep(session('1002'));
    expect(Array.from(storage.stored.values())).toEqual([expect.stringMatching(/^\d+$/)]);
  });
});

test('a phone that keeps and removes is told nothing in plain storage', async () => {
  await keeper.keep(session('1001'));
  await keeper.keep(session('1002'));
  await keeper.forget();
  expect(storage.log).toEqual([]);
});

test('plain storage that cannot be read changes nothing', async () => {
  await keeper.keep(session('1001'));
  storage.broken.add('read');
  expect(await kept()).toBe('1001');
});

test('one who could not be kept takes nothing from the next, who could', async () => {
  secrets.held.add('write');
  const first = keeper.keep(session('1001'));
  const second = keeper.keep(session('1002'));
  await settle();
  secrets.held.clear();
  await clock.pass(3_000);
  expect(await first).toBe(false);
  expect(await second).toBe(true);
  await settle();
  expect(await kept()).toBe('1002');
});

/** What the next start finds: calls that hung are gone with the app. */
function clone({ stored }: FakeSecretStorage): FakeSecretStorage {
  const next = new FakeSecretStorage();
  for (const [key, value] of stored) next.stored.set(key, value);
  return next;
}

test('calls happen in the order asked for', async () => {
  secrets.held.add('write');
  const first = keeper.keep(session('1001'));
  const gone = keeper.forget();
  const second = keeper.keep(session('1002'));
  await settle();
  secrets.release();
  expect(await Promise.all([first, gone, second])).toEqual([true, true, true]);
  expect(await kept()).toBe('1002');
});

describe('a call that WeChat never answers', () => {
  test('a write that is done long after somebody else signed in brings nobody back', async () => {
    secrets.held.add('write');
    const late = keeper.keep(session('1001', START - 1_000));
    await clock.pass(3_000);
    expect(await late).toBe(false);
    await keeper.forget();
    const held = secrets.held;
    held.clear();
    expect(await keeper.keep(session('1002', START))).toBe(true);
    secrets.broken.add('remove');
    secrets.release();
    await settle();
    expect(await kept()).toBe('unusable');
  });

  test('reading ends after three seconds, with nothing', async () => {
    await keeper.keep(session('1001'));
    secrets.held.add('read');
    const reading = keeper.read();
    await clock.pass(3_000);
    expect(await reading).toBeNull();
  });

  test('keeping ends after three seconds, as not kept', async () => {
    secrets.held.add('write');
    const keeping = keeper.keep(session('1001'));
    await clock.pass(3_000);
    expect(await keeping).toBe(false);
  });

  test('a write that is done only after the sign-out is undone', async () => {
    secrets.held.add('write');
    const keeping = keeper.keep(session('1001'));
    await clock.pass(3_000);
    await keeping;
    expect(await keeper.forget()).toBe(true);
    secrets.release();
    await settle();
    await settle();
    expect(await kept()).toBeNull();
  });
});
