import { BILL } from '../support/world/attempts';
import { answered, envelope, NO_ANSWER } from '../support/world/fake-http';
import { refuseSession } from '../support/world/refuse-session';
import { settle } from '../support/world/virtual-clock';
import { World } from '../support/world/world';

const MINUTE = 60_000;
let world: World;
let id: string;

beforeEach(async () => {
  world = await World.open();
  id = await world.charge();
  world.clock.sleep(1);
});

async function awaiting(): Promise<void> {
  world.http.answer('barcode', envelope(1));
  await world.clock.pass(0);
}

const reads = (): number => world.calls('mainRow').length;

describe('a session that the server refuses', () => {
  test('stops the questions; signing in takes them up at once', async () => {
    world.http.always('mainRow', answered(401, ''));
    await awaiting();
    expect(world.services.session.current()).toBeNull();
    expect(world.services.session.wasRefused()).toBe(true);
    const before = reads();
    await world.clock.pass(5 * MINUTE);
    expect(reads()).toBe(before);
    world.bill.paystate = '3';
    world.http.always('mainRow', envelope(0, { billnum: BILL, paystate: '3' }));
    await world.signIn('1002', 'another');
    await world.clock.pass(0);
    expect(world.attempt(id)).toMatchObject({ state: 'collected', user: '1001' });
  });

  test('signing in asks at once, whatever the schedule says', async () => {
    await awaiting();
    const before = reads();
    await world.clock.pass(500);
    await refuseSession(world.services.session, world.http);
    await world.signIn();
    await world.clock.pass(0);
    expect(reads()).toBe(before + 1);
  });

  test('a refusal that is about the clock drops no session; it is told, and the questions go on', async () => {
    const stale = { 'www-authenticate': 'Hawk error="Stale timestamp"' };
    world.http.always('mainRow', answered(401, '', stale));
    await awaiting();
    expect(world.services.session.current()?.user).toBe('1001');
    expect(world.services.watcher.asking(id).problem).toMatchObject({ code: 'clockWrong' });
    world.paid(28);
    world.http.always('mainRow', envelope(0, { billnum: BILL, paystate: '3' }));
    await world.clock.pass(5_000);
    expect(world.attempt(id).state).toBe('collected');
  });

  test('an old question that is refused late does not take away the new session', async () => {
    world.http.next('mainRow', 'hold');
    await awaiting();
    await refuseSession(world.services.session, world.http); // another call was refused first
    await world.signIn('1002', 'another');
    world.http.answer('mainRow', answered(401, ''));
    await settle();
    expect(world.services.session.current()?.user).toBe('1002');
    await world.clock.pass(3_000);
    expect(world.services.watcher.asking(id).problem).toBeNull();
  });
});

describe('a start', () => {
  test('asks about what was left over as soon as somebody has signed in', async () => {
    world.paid(28);
    world.kill();
    await world.load();
    await world.clock.pass(MINUTE);
    expect(world.attempt(id).state).toBe('unknown');
    await world.signIn();
    await world.clock.pass(0);
    expect(world.attempt(id)).toMatchObject({ state: 'collected', proof: 'billState' });
    expect(world.calls('barcode')).toHaveLength(1);
  });

  test('signed in before the journal was read: asks when it has been', async () => {
    world.kill();
    await world.signIn();
    const before = reads();
    await world.clock.pass(MINUTE);
    expect(reads()).toBe(before);
    await world.load();
    await world.clock.pass(0);
    expect(reads()).toBe(before + 1);
  });

  test.each([600_000, -600_000])(
    'after the clock was set by %i ms still asks, and takes proof',
    async (ms) => {
      await awaiting();
      world.clock.setBy(ms);
      await world.restart();
      await world.clock.pass(10_000);
      world.paid(28);
      // Set forward it looks like a watch that is over: the next question is a minute away.
      await world.clock.pass(ms > 0 ? 75_000 : 10_000);
      expect(world.attempt(id)).toMatchObject({ state: 'collected', proof: 'billState' });
    },
  );
});

describe('a clock that is set while an attempt is open', () => {
  test.each([600_000, -600_000])('by %i ms: questions go on, and proof counts', async (ms) => {
    await awaiting();
    await world.clock.pass(3_000);
    world.http.next('mainRow', 'hold');
    await world.clock.pass(2_000);
    world.clock.setBy(ms);
    world.http.answer('mainRow', NO_ANSWER);
    await settle();
    const before = reads();
    await world.clock.pass(75_000);
    expect(reads() - before).toBeGreaterThanOrEqual(2);
    world.paid(28);
    await world.clock.pass(75_000);
    expect(world.attempt(id)).toMatchObject({ state: 'collected', proof: 'billState' });
  });

  test('set back it does not slow the questions down', async () => {
    await awaiting();
    await world.clock.pass(3_000);
    world.clock.setBy(-600_000);
    const before = reads();
    await world.clock.pass(30_000);
    expect(reads() - before).toBeGreaterThanOrEqual(5);
  });
});

describe('asking on demand', () => {
  test('resolves when the query has ended, answered or not', async () => {
    await awaiting();
    for (const outcome of [envelope(0, { billnum: BILL, paystate: '1' }), NO_ANSWER]) {
      world.http.next('mainRow', outcome);
      const asked = world.services.watcher.askNow(id);
      await world.clock.pass(0);
      await asked;
    }
    expect(world.services.watcher.asking(id).problem).toMatchObject({ code: 'noAnswer' });
  });

  test('tells its listeners when a query begins and ends', async () => {
    const seen: boolean[] = [];
    world.services.watcher.subscribe((changed) =>
      seen.push(world.services.watcher.asking(changed).inFlight),
    );
    await awaiting();
    expect(seen).toEqual([true, false]);
  });

  test('a listener that throws does not end the watch', async () => {
    const stop = world.services.watcher.subscribe((changed) => {
      if (world.services.watcher.asking(changed).inFlight) throw new Error('a mistake of a page');
    });
    await awaiting();
    stop();
    world.paid(28);
    await world.clock.pass(10_000);
    expect(world.attempt(id).state).toBe('collected');
  });
});
