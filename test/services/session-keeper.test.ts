import { createSessionKeeper, type SessionKeeper } from '../../miniprogram/services/session-keeper';
import type { KeptSession } from '../../miniprogram/core/kept-session';
import { Secret } from '../../miniprogram/core/secret';
import { START } from '../support/world/attempts';
import { FakeSecretStorage } from '../support/world/fake-secret-storage';
import { settle, VirtualClock } from '../support/world/virtual-clock';
import { KEY } from '../support/world/world';

const session = (user: string): KeptSession => ({
  server: 'https://pos.example.com',
  user,
  nickname: user,
  key: new Secret(KEY),
  token: null,
  signedInAt: START,
});

let secrets: FakeSecretStorage;
let clock: VirtualClock;
let keeper: SessionKeeper;
beforeEach(() => {
  secrets = new FakeSecretStorage();
  clock = new VirtualClock();
  keeper = createSessionKeeper(secrets, clock);
});

async function kept(): Promise<string | null> {
  const found = await createSessionKeeper(secrets, clock).read();
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

test('a session that cannot be removed is told', async () => {
  await keeper.keep(session('1001'));
  secrets.broken.add('remove');
  expect(await keeper.forget()).toBe(false);
  secrets.broken.clear();
  expect(await keeper.forget()).toBe(true);
});

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
