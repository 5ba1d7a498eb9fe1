import { BILL } from '../support/world/attempts';
import { answered, envelope, NO_ANSWER } from '../support/world/fake-http';
import { settle } from '../support/world/virtual-clock';
import { World } from '../support/world/world';

const SECOND_CODE = '104567890123456789';
const MINUTE = 60_000;
const collectedAnswer = envelope(0, { billnum: BILL, autoid: 7, billpaystate: '3' });
let world: World;
let id: string;
let sentAt: number;

/** A charge whose call is open; the baseline read is not counted as a query. */
beforeEach(async () => {
  world = await World.open();
  id = await world.charge();
  sentAt = world.clock.now() + 1;
  world.clock.sleep(1); // so that queries can be told from the baseline's read
});

const queries = (): readonly number[] => world.queriesAfter(sentAt);
const hide = (): void => world.services.visibility.set(false);
const show = (): void => world.services.visibility.set(true);

async function awaiting(): Promise<void> {
  world.http.answer('barcode', envelope(1));
  await world.clock.pass(0);
}

describe('when it asks', () => {
  test('not while the call is fresh, but 8 s after sending', async () => {
    await world.clock.pass(7_990);
    expect(queries()).toEqual([]);
    await world.clock.pass(20);
    expect(queries()).toHaveLength(1);
  });

  test('at once after errcode 1', async () => {
    await world.clock.pass(2_000);
    await awaiting();
    expect(queries()).toEqual([2_000]);
  });

  test.each([NO_ANSWER, answered(500, ''), answered(401, '')])(
    'at once when there is no trustworthy answer: %j',
    async (outcome) => {
      await world.clock.pass(2_000);
      world.http.answer('barcode', outcome);
      await world.clock.pass(0);
      expect(queries()).toEqual([2_000]);
    },
  );

  test('denser first, thinner later', async () => {
    await awaiting();
    await world.clock.pass(19_500);
    expect(queries()).toEqual([0, 2_000, 4_000, 7_000, 10_000, 14_000, 19_000]);
  });

  test('each pause has a jitter of its own', async () => {
    world.fraction = 0;
    await awaiting();
    world.fraction = 0.999;
    await world.clock.pass(1_600);
    world.fraction = 0;
    await world.clock.pass(2_400);
    const [first, second, third] = queries();
    expect(first).toBe(0);
    expect(second).toBe(1_600);
    expect(third).toBeCloseTo(4_000, -1);
  });

  test('a read whose callback WeChat loses stops no later one', async () => {
    world.http.next('mainRow', 'hold');
    await awaiting();
    await world.clock.pass(60_000);
    expect(queries().length).toBeGreaterThan(5);
  });

  test('never two at a time, and the next only after the answer', async () => {
    world.http.always('mainRow', 'hold');
    await awaiting();
    await world.clock.pass(13_000);
    expect(queries()).toEqual([0]);
    void world.services.watcher.askNow(id);
    await world.clock.pass(1_000);
    expect(queries()).toHaveLength(1);
    world.http.answer('mainRow', NO_ANSWER);
    await settle();
    await world.clock.pass(0);
    expect(queries()).toHaveLength(2);
  });

  test('the attempts in turn, none starves', async () => {
    world.http.always('mainRow', NO_ANSWER);
    await awaiting();
    world.http.next('mainRow', envelope(0, { billnum: 'XS-2', paystate: '1' }));
    const second = await world.charge('5.00', SECOND_CODE, 'XS-2');
    world.http.answer('barcode', envelope(1));
    await world.clock.pass(30_000);
    const { watcher } = world.services;
    const [a, b] = [watcher.asking(id).queries, watcher.asking(second).queries];
    expect(Math.abs(a - b)).toBeLessThanOrEqual(2);
    expect(b).toBeGreaterThan(5);
  });

  test('a settled attempt is asked about no more', async () => {
    world.http.answer('barcode', collectedAnswer);
    await world.clock.pass(20 * MINUTE);
    expect(queries()).toEqual([]);
    // The end of the shift is all that is waited for.
    expect(world.clock.waiting()).toBe(1);
  });

  test('an attempt of another server is left untouched', async () => {
    const stored = new Map(world.storage.stored);
    const other = { ...world.services.session.server, baseUrl: 'https://other.example.com' };
    world.kill(other);
    await world.load();
    await world.signIn();
    void world.services.watcher.askNow(id);
    await world.clock.pass(20 * MINUTE);
    expect(queries()).toEqual([]);
    expect(world.attempt(id).state).toBe('unknown');
    expect(world.storage.stored.size).toBeGreaterThanOrEqual(stored.size);
  });
});

describe('while hidden', () => {
  test('nothing is asked; coming back asks first of all', async () => {
    await awaiting();
    hide();
    await world.clock.pass(30 * MINUTE);
    expect(queries()).toEqual([0]);
    show();
    await world.clock.pass(0);
    expect(queries()).toEqual([0, 30 * MINUTE]);
  });

  test('an open call is asked about on return, without the 8 s', async () => {
    hide();
    await world.clock.pass(1_000);
    show();
    await world.clock.pass(0);
    expect(queries()).toEqual([1_000]);
  });

  test('time hidden counts: the query on return can end the watch', async () => {
    await awaiting();
    hide();
    await world.clock.pass(30 * MINUTE);
    show();
    await world.clock.pass(0);
    expect(world.attempt(id).state).toBe('unresolved');
  });

  test('but it is proof that counts first', async () => {
    await awaiting();
    hide();
    await world.clock.pass(30 * MINUTE);
    world.paid(28);
    show();
    await world.clock.pass(0);
    expect(world.attempt(id)).toMatchObject({ state: 'collected', proof: 'billState' });
  });

  test('sent while the scanner hid the app: asked about on schedule, not on return', async () => {
    world = await World.open();
    hide();
    await world.charge();
    sentAt = world.clock.now() + 1;
    show();
    await world.clock.pass(7_990);
    expect(queries()).toEqual([]);
    await world.clock.pass(20);
    expect(queries()).toHaveLength(1);
  });

  test('hidden in the middle of a query: its answer counts, the next waits for the return', async () => {
    world.http.next('mainRow', 'hold');
    await awaiting();
    hide();
    world.http.answer('mainRow', { kind: 'noAnswer', reason: 'interrupted' });
    await world.clock.pass(10_000);
    expect(queries()).toHaveLength(1);
    expect(world.services.watcher.asking(id).problem).toMatchObject({ code: 'noAnswer' });
    show();
    await world.clock.pass(0);
    expect(queries()).toHaveLength(2);
  });

  test('back while the old query still hangs: the next follows as soon as that ends', async () => {
    world.http.next('mainRow', 'hold');
    await awaiting();
    hide();
    show();
    await world.clock.pass(5_000);
    expect(queries()).toHaveLength(1);
    world.http.answer('mainRow', { kind: 'noAnswer', reason: 'interrupted' });
    await world.clock.pass(0);
    expect(queries()).toHaveLength(2);
  });

  test('the network is back: everything open is asked about', async () => {
    await awaiting();
    await world.clock.pass(500);
    for (const back of world.returns) back();
    await world.clock.pass(0);
    expect(queries()).toEqual([0, 500]);
  });
});

describe('the end of the watch', () => {
  test('needs 60 s and a query sent after that', async () => {
    world.http.always('barcode', 'hold');
    await awaiting();
    await world.clock.pass(59_000);
    expect(world.attempt(id).state).toBe('awaiting');
    await world.clock.pass(6_000);
    expect(world.attempt(id).state).toBe('unresolved');
    expect(queries().some((at) => at >= 59_999)).toBe(true);
  });

  test('a query sent before does not end it, however late it is answered', async () => {
    await awaiting();
    await world.clock.pass(57_000);
    world.http.always('mainRow', 'hold');
    await world.clock.pass(2_900);
    const early = queries().at(-1) ?? 0;
    expect(early).toBeLessThan(60_000);
    await world.clock.pass(10_000);
    world.http.answer('mainRow', envelope(0, { billnum: BILL, paystate: '1' }));
    await settle();
    expect(world.attempt(id).state).toBe('awaiting');
    await world.clock.pass(0);
    world.http.answer('mainRow', envelope(0, { billnum: BILL, paystate: '1' }));
    await settle();
    expect(world.attempt(id).state).toBe('unresolved');
  });

  test.each([
    ['unanswered', NO_ANSWER],
    ['500', answered(500, '')],
    ['errcode -1', envelope(-1)],
    ['another bill', envelope(0, { billnum: 'OTHER', paystate: '3' })],
    ['HTML', answered(200, '<html>')],
  ])('queries that end %s do not end it', async (_name, outcome) => {
    await awaiting();
    world.http.always('mainRow', outcome);
    await world.clock.pass(5 * MINUTE);
    expect(world.attempt(id).state).toBe('awaiting');
  });

  test('unresolved: every 60 s for ten minutes, then only on demand', async () => {
    await awaiting();
    await world.clock.pass(70_000);
    const { stateAt } = world.attempt(id);
    await world.clock.pass(30 * MINUTE);
    const later = world.queriesAfter(stateAt).slice(1);
    expect(later.length).toBeGreaterThanOrEqual(9);
    expect(later.length).toBeLessThanOrEqual(10);
    expect(later.at(-1)).toBeLessThanOrEqual(10 * MINUTE);
    for (const [index, at] of later.entries())
      expect(at - (later[index - 1] ?? 0)).toBeGreaterThanOrEqual(59_000);
    const before = queries().length;
    const asked = world.services.watcher.askNow(id);
    await world.clock.pass(0);
    await asked;
    expect(queries()).toHaveLength(before + 1);
  });

  test('late evidence still settles it', async () => {
    await awaiting();
    await world.clock.pass(70_000);
    world.paid(28);
    await world.clock.pass(70_000);
    expect(world.attempt(id)).toMatchObject({ state: 'collected', proof: 'billState' });
  });
});
