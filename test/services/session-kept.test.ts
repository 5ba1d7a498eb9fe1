import { inspect } from 'node:util';
import { answered } from '../support/world/fake-http';
import { refuseSession } from '../support/world/refuse-session';
import { START } from '../support/world/attempts';
import { openSession, type SignInOptions, type SignInWorld } from '../support/world/sign-in-world';
import { settle } from '../support/world/virtual-clock';
import { KEY, PASSWORD } from '../support/world/world';

const HOUR = 3_600_000;

/** The app is killed and starts again. */
async function restart(before: SignInWorld, options: SignInOptions = {}): Promise<SignInWorld> {
  const after = openSession({ before, ...options });
  await after.session.restore();
  await settle();
  return after;
}

async function signedIn(options: SignInOptions = {}): Promise<SignInWorld> {
  const world = openSession(options);
  await world.session.signIn('1001', PASSWORD);
  return world;
}

describe('over a restart', () => {
  test('the session is there again, without a call', async () => {
    const before = await signedIn();
    expect(before.session.isKept()).toBe(true);
    await before.clock.pass(HOUR);
    const { session, http } = await restart(before);
    expect(session.current()).toMatchObject({ user: '1001', nickname: '小王', signedInAt: START });
    expect(session.current()?.key.reveal()).toBe(KEY);
    expect(session.current()?.token?.reveal()).toBe('T-1');
    expect(session.isKept()).toBe(true);
    expect(http.sent).toEqual([]);
  });

  test('listeners hear of it', async () => {
    const before = await signedIn();
    const after = openSession({ before });
    const heard: (string | null)[] = [];
    after.session.subscribe((session) => heard.push(session?.user ?? null));
    await after.session.restore();
    expect(heard).toEqual(['1001']);
  });

  test('the password is not among what is kept', async () => {
    const world = openSession();
    await world.session.signIn('1001', 'geheim-passwort');
    const text = Array.from(world.secrets.stored.values()).join();
    expect(text).toContain('1001');
    expect(text).not.toContain('geheim-passwort');
  });

  test('nothing of it can be printed', async () => {
    const { session } = await restart(await signedIn());
    const print = inspect([session, session.current()], { depth: 9, showHidden: true });
    expect(print).not.toContain(KEY);
    expect(print).not.toContain('T-1');
  });

  test.each<[string, (before: SignInWorld) => Promise<SignInWorld>]>([
    ['for another server', (before) => restart(before, { server: 'https://other.example.com' })],
    [
      'older than a shift',
      async (before) => {
        await before.clock.pass(12 * HOUR);
        return restart(before);
      },
    ],
    [
      'from a day ahead of the clock',
      (before) => {
        before.clock.setBy(-24 * HOUR);
        return restart(before);
      },
    ],
    [
      'in another format',
      (before) => {
        before.secrets.stored.set('session', '{"format":2}');
        return restart(before);
      },
    ],
    [
      'cut off',
      (before) => {
        const text = before.secrets.stored.get('session') ?? '';
        before.secrets.stored.set('session', text.slice(0, 40));
        return restart(before);
      },
    ],
  ])('a session %s is dropped, from the storage too', async (_name, happen) => {
    const { session, secrets } = await happen(await signedIn());
    expect(session.current()).toBeNull();
    expect(session.isKept()).toBe(false);
    // Nobody was refused: staff begin a shift.
    expect(session.wasRefused()).toBe(false);
    expect(secrets.stored.size).toBe(0);
  });

  test('a storage that cannot be read: nobody is signed in', async () => {
    const before = await signedIn();
    before.secrets.broken.add('read');
    expect((await restart(before)).session.current()).toBeNull();
  });

  test('a storage that hangs holds nobody up for more than three seconds, nor comes in later', async () => {
    const before = await signedIn();
    before.secrets.held.add('read');
    const { session, clock, secrets } = openSession({ before });
    const restoring = session.restore();
    await clock.pass(3_000);
    await restoring;
    secrets.release();
    await settle();
    expect(session.current()).toBeNull();
  });

  test('whoever has signed in meanwhile stays', async () => {
    const before = await signedIn();
    before.secrets.held.add('read');
    const after = openSession({ before });
    const restoring = after.session.restore();
    const signing = after.session.signIn('1002', PASSWORD);
    await settle();
    after.secrets.release();
    await Promise.all([restoring, signing]);
    expect(after.session.current()?.user).toBe('1002');
    expect((await restart(after)).session.current()?.user).toBe('1002');
  });
});

describe('encrypted storage that fails', () => {
  test('the session is in memory only, and says so', async () => {
    const world = openSession();
    world.secrets.broken.add('write');
    await world.session.signIn('1001', PASSWORD);
    expect(world.session.current()?.user).toBe('1001');
    expect(world.session.isKept()).toBe(false);
    world.secrets.broken.clear();
    expect((await restart(world)).session.current()).toBeNull();
  });

  test('or hangs: sign-in takes three seconds longer', async () => {
    const world = openSession();
    world.secrets.held.add('write');
    const signing = world.session.signIn('1001', PASSWORD);
    await world.clock.pass(3_000);
    await signing;
    expect(world.session.isKept()).toBe(false);
  });
});

describe('gone for good', () => {
  test('after signing out', async () => {
    const world = await signedIn();
    await world.session.signOut();
    expect(world.secrets.stored.size).toBe(0);
    expect((await restart(world)).session.current()).toBeNull();
  });

  test('after the server refused it', async () => {
    const world = await signedIn();
    await refuseSession(world.session, world.http);
    await settle();
    expect(world.secrets.stored.size).toBe(0);
    expect((await restart(world)).session.current()).toBeNull();
  });

  test('a failed sign-in of somebody else leaves it', async () => {
    const world = await signedIn();
    world.http.always('login', answered(401, ''));
    await expect(world.session.signIn('1002', 'x')).rejects.toMatchObject({
      code: 'signInRefused',
    });
    expect((await restart(world)).session.current()?.user).toBe('1001');
  });

  test('after signing out, although encrypted storage lets go of nothing', async () => {
    const world = await signedIn();
    world.secrets.broken.add('remove');
    await world.session.signOut();
    const after = await restart(world);
    expect(after.session.current()).toBeNull();
    // Nobody was refused, and the next one is kept as ever.
    expect(after.session.wasRefused()).toBe(false);
    await after.session.signIn('1002', PASSWORD);
    expect((await restart(after)).session.current()?.user).toBe('1002');
  });

  test('signing out works although all storage fails, and says that it may come back', async () => {
    const world = await signedIn();
    world.secrets.broken.add('remove');
    world.storage.broken.add('write');
    await expect(world.session.signOut()).rejects.toMatchObject({ code: 'sessionNotForgotten' });
    expect(world.session.current()).toBeNull();
    world.secrets.broken.clear();
    await world.session.signOut();
    expect(world.secrets.stored.size).toBe(0);
  });
});

describe('the end of the shift while the app is open', () => {
  test('is found by itself', async () => {
    const { session, clock, secrets } = await signedIn();
    const heard: (string | null)[] = [];
    session.subscribe((current) => heard.push(current?.user ?? null));
    await clock.pass(12 * HOUR - 1);
    expect(session.current()).not.toBeNull();
    await clock.pass(1);
    expect(heard).toEqual([null]);
    expect(session.current()).toBeNull();
    expect(session.wasRefused()).toBe(true);
    expect(secrets.stored.size).toBe(0);
    expect(clock.waiting()).toBe(0);
  });

  test('is found by whoever asks, when timers are late', async () => {
    const { session, clock } = await signedIn();
    const heard: (string | null)[] = [];
    session.subscribe((current) => heard.push(current?.user ?? null));
    clock.sleep(13 * HOUR);
    expect(session.current()).toBeNull();
    // In a turn of its own: whoever asked is in the middle of something.
    expect(heard).toEqual([]);
    await settle();
    expect(heard).toEqual([null]);
    await expect(
      session.client.read({ method: 'GET', path: 'x', body: null, timeout: 1 }),
    ).rejects.toMatchObject({ code: 'sessionRefused' });
  });

  test('the phone corrects its clock by minutes: the session stays; by a day: it is gone', async () => {
    const { session, clock } = await signedIn();
    clock.setBy(-600_000);
    expect(session.current()).not.toBeNull();
    clock.setBy(-24 * HOUR);
    expect(session.current()).toBeNull();
  });

  test('the next sign-in begins a new shift', async () => {
    const { session, clock } = await signedIn();
    await clock.pass(12 * HOUR);
    await session.signIn('1002', PASSWORD);
    expect(session.wasRefused()).toBe(false);
    await clock.pass(11 * HOUR);
    expect(session.current()).toMatchObject({ user: '1002', signedInAt: START + 12 * HOUR });
  });

  test.each([1, 24, 1_000])('a shift of %i hours lasts as long', async (shiftHours) => {
    const { session, clock } = await signedIn({ shiftHours });
    await clock.pass(shiftHours * HOUR - 1);
    expect(session.current()).not.toBeNull();
    await clock.pass(1);
    expect(session.current()).toBeNull();
  });
});
