import { answered, envelope, NO_ANSWER } from '../support/world/fake-http';
import { refuseSession } from '../support/world/refuse-session';
import { settle } from '../support/world/virtual-clock';
import { CODE, World } from '../support/world/world';

let world: World;

beforeEach(async () => {
  world = await World.open();
  world.log.length = 0;
});

/** Tries to charge; gives the problem's code. */
async function problemOf(charging: Promise<unknown>): Promise<unknown> {
  return charging.then(
    () => null,
    (error: unknown) => (error as { code: unknown }).code,
  );
}

const charges = (): number => world.calls('barcode').length;

describe('no read, no call', () => {
  test.each([
    ['no answer', NO_ANSWER, 'noAnswer'],
    ['500', answered(500, ''), 'unreadableAnswer'],
    ['the bill is not known', envelope(-1, null, '单据不存在'), 'serverRefused'],
    ['another bill', envelope(0, { billnum: 'OTHER', paystate: '1' }), 'unreadableAnswer'],
    ['session refused', answered(401, ''), 'sessionRefused'],
  ])('state: %s', async (_name, outcome, code) => {
    world.http.always('mainRow', outcome);
    expect(await problemOf(world.charge())).toBe(code);
    expect([charges(), world.storage.slots]).toEqual([0, 0]);
  });

  test('the receipt, where it is enabled', async () => {
    world.http.always('receipt', NO_ANSWER);
    expect(await problemOf(world.charge())).toBe('noAnswer');
    expect(charges()).toBe(0);
  });

  test('where it is not, it is not read', async () => {
    world = await World.open({ readReceipt: false });
    const id = await world.charge();
    expect(world.calls('receipt')).toHaveLength(0);
    expect(world.attempt(id).baseline.figures).toBeNull();
  });

  test('an early read that failed is tried once more after the scan', async () => {
    world.http.next('mainRow', NO_ANSWER);
    await world.charge();
    expect([world.calls('mainRow').length, charges()]).toEqual([2, 1]);
  });

  test('a refused session is dropped: staff must sign in', async () => {
    world.http.always('mainRow', answered(401, ''));
    await problemOf(world.charge());
    expect(world.services.session.current()).toBeNull();
    expect(await problemOf(world.charge())).toBe('sessionRefused');
    expect(charges()).toBe(0);
  });

  test('offline', async () => {
    world.online = false;
    expect(await problemOf(world.charge())).toBe('offline');
    expect([charges(), world.scanner.opened]).toEqual([0, 0]);
  });
});

describe('what the read says', () => {
  test.each([
    ['paystate 3', '3', 28, 0, '28.00', 'billAlreadyCollected'],
    ['nothing remains', '1', 28, 28, '1.00', 'billAlreadyCollected'],
    ['more was paid than is due', '1', 28, 30, '1.00', 'billAlreadyCollected'],
    ['a fen too much', '1', 28, 20, '8.01', 'amountAboveRemaining'],
    ['exactly the rest', '1', 28, 20, '8.00', null],
  ])('%s', async (_name, paystate, cost, real, yuan, code) => {
    Object.assign(world.bill, { paystate, cost, real });
    expect(await problemOf(world.charge(yuan))).toBe(code);
    expect(charges()).toBe(code === null ? 1 : 0);
  });

  test('figures that cannot be computed with stop nothing', async () => {
    world.bill.cost = 28.005;
    await world.charge('28.00');
    expect(charges()).toBe(1);
  });
});

describe('the age of the read', () => {
  async function scanAfter(wait: () => Promise<void> | void): Promise<void> {
    const collecting = world.collect();
    await settle();
    await wait();
    world.scanner.show(CODE);
    await collecting;
    await settle();
  }

  test.each([
    [0, 1],
    [10_000, 1],
    [10_001, 2],
    [60_000, 2],
  ])('scanned after %i ms: read %i times', async (ms, reads) => {
    await scanAfter(() => world.clock.pass(ms));
    expect([world.calls('mainRow').length, charges()]).toEqual([reads, 1]);
  });

  test('a read from before the clock was set back is read anew', async () => {
    await scanAfter(async () => {
      await world.clock.pass(300_000);
      world.clock.setBy(-600_000);
    });
    expect([world.calls('mainRow').length, charges()]).toEqual([2, 1]);
  });

  test('what the fresh read says counts, not what the old one said', async () => {
    const collecting = world.collect();
    await world.clock.pass(30_000);
    world.bill.paystate = '3';
    world.scanner.show(CODE);
    expect(await problemOf(collecting)).toBe('billAlreadyCollected');
    expect(charges()).toBe(0);
  });

  test('a write that ends when the read is no longer good: nothing is sent', async () => {
    world.storage.holdWrites();
    const collecting = world.collect();
    await world.clock.pass(5_000);
    world.scanner.show(CODE);
    await world.clock.pass(5_001);
    world.storage.releaseWrites();
    const id = await collecting;
    await settle();
    expect(charges()).toBe(0);
    expect(world.attempt(String(id))).toMatchObject({
      state: 'rejected',
      rejectedReason: 'notSent',
    });
  });
});

describe('who may charge', () => {
  test('nobody before the journal has been read', async () => {
    world = new World();
    await world.signIn();
    expect(await problemOf(world.charge())).toBe('journalNotRead');
    world.storage.broken.add('keys');
    await world.load();
    // Nothing is being read: what is wrong is told, not to wait.
    expect(await problemOf(world.charge())).toBe('storageFailed');
    expect([charges(), world.scanner.opened]).toEqual([0, 0]);
  });

  test('nobody who is not signed in', async () => {
    world = new World();
    await world.load();
    expect(await problemOf(world.charge())).toBe('notSignedIn');
    expect(world.scanner.opened).toBe(0);
  });

  test('nobody whose session was refused while the scanner was open', async () => {
    const collecting = world.collect();
    await settle();
    await refuseSession(world.services.session, world.http);
    world.scanner.show(CODE);
    expect(await problemOf(collecting)).toBe('sessionRefused');
    expect(charges()).toBe(0);
  });

  test.each([
    ['is refused', (): Promise<void> => refuseSession(world.services.session, world.http)],
    ['is another’s', (): Promise<void> => world.signIn('1002', 'secret')],
  ])('a session that %s while the journal is written: nothing is sent', async (_name, change) => {
    world.storage.holdWrites();
    world.scanner.put(CODE);
    const collecting = world.collect();
    await settle();
    await change();
    world.storage.releaseWrites();
    const id = await collecting;
    await settle();
    expect(charges()).toBe(0);
    expect(world.attempt(String(id))).toMatchObject({
      state: 'rejected',
      rejectedReason: 'notSent',
    });
  });
});

describe('a first write that does not end', () => {
  test('is given up after 10 s: nothing is sent, and the next charge is free', async () => {
    world.storage.holdWrites();
    world.scanner.put(CODE);
    const problem = problemOf(world.collect());
    await world.clock.pass(10_000);
    expect(await problem).toBe('storageFailed');
    expect([charges(), world.services.collector.busy()]).toEqual([0, false]);
    expect(world.services.attempts.all()).toEqual([]);
  });

  test('and ends later: a record that says it was not sent', async () => {
    world.storage.holdWrites();
    world.scanner.put(CODE);
    const problem = problemOf(world.collect());
    await world.clock.pass(10_000);
    await problem;
    world.storage.releaseWrites();
    await settle();
    expect(charges()).toBe(0);
    expect(world.services.attempts.all()).toMatchObject([
      { state: 'rejected', rejectedReason: 'notSent' },
    ]);
  });
});
