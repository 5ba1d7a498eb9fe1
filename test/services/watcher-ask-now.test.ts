import { BILL, SERVER } from '../support/world/attempts';
import { answered, envelope } from '../support/world/fake-http';
import { refuseSession } from '../support/world/refuse-session';
import { settle } from '../support/world/virtual-clock';
import { address, World } from '../support/world/world';

/** Whoever asks about one attempt is told an end, also where no query can be made. */
const SECOND = 'XS20261122002';
let world: World;
let id: string;

beforeEach(async () => {
  world = await World.open();
  id = await world.charge();
  world.clock.sleep(1);
});

/** Errcode 1: asked about from now on. */
async function awaiting(): Promise<void> {
  world.http.answer('barcode', envelope(1));
  await world.clock.pass(0);
}

/** A second attempt that has to wait for its turn: the answer about the first stays open. */
async function secondInTurn(): Promise<string> {
  const second = await world.charge('28.00', '104567890123456789', SECOND);
  world.http.always('mainRow', 'hold');
  await awaiting();
  return second;
}

const askNow = (which: string): Promise<unknown> => world.services.watcher.askNow(which);
const reads = (): number => world.calls('mainRow').length;

test('answered: no problem', async () => {
  await awaiting();
  const asked = askNow(id);
  await world.clock.pass(0);
  expect(await asked).toBeNull();
});

test('nobody signed in: nothing is asked, and why is told', async () => {
  await awaiting();
  await refuseSession(world.services.session, world.http);
  const before = reads();
  expect(await askNow(id)).toMatchObject({ code: 'sessionRefused' });
  expect(reads()).toBe(before);
});

test('a session that ends while one waits for its answer and one for its turn', async () => {
  const second = await secondInTurn();
  const both = Promise.all([askNow(id), askNow(second)]);
  await settle();
  await world.services.session.signOut();
  expect(await both).toMatchObject([{ code: 'notSignedIn' }, { code: 'notSignedIn' }]);
});

test('a session that this very question shows to be refused', async () => {
  await awaiting();
  world.http.always('mainRow', answered(401, ''));
  const asked = askNow(id);
  await world.clock.pass(0);
  expect(await asked).toMatchObject({ code: 'sessionRefused' });
});

describe('an attempt of another server', () => {
  beforeEach(async () => {
    world.kill(address('https://other.example.com'));
    await world.load();
    await world.signIn();
  });

  test('is not asked about; which server it was is told', async () => {
    const problem = { code: 'otherServer', server: SERVER };
    const before = reads();
    expect(world.services.watcher.asking(id).problem).toMatchObject(problem);
    expect(await askNow(id)).toMatchObject(problem);
    expect(await world.services.inquiry.about([id])).toMatchObject({ failed: 1, problem });
    expect(reads()).toBe(before);
  });

  test('is not closed by a word either: nobody can ask about it here', async () => {
    world.kill();
    await world.restart();
    await world.clock.pass(70_000);
    expect(world.attempt(id).state).toBe('unresolved');
    world.kill(address('https://other.example.com'));
    await world.load();
    await world.signIn();
    const closing = world.services.closing.notPaid(id, '客人未付');
    await expect(closing).rejects.toMatchObject({ code: 'otherServer' });
    expect(world.attempt(id).state).toBe('unresolved');
  });
});

test('hidden it waits; shown again it is asked and answered', async () => {
  await awaiting();
  world.services.visibility.set(false);
  let ended = false;
  const asked = askNow(id).finally(() => (ended = true));
  await world.clock.pass(60_000);
  expect(ended).toBe(false);
  world.services.visibility.set(true);
  await world.clock.pass(0);
  expect(await asked).toBeNull();
});

test('settled, or not there at all: there is nothing to ask', async () => {
  world.http.answer('barcode', envelope(0, { billnum: BILL, billpaystate: '3' }));
  await world.clock.pass(0);
  const before = reads();
  expect(await askNow(id)).toBeNull();
  expect(await askNow('nobody')).toBeNull();
  expect(reads()).toBe(before);
});

test('settled by its own answer before its turn: the wait is over', async () => {
  const second = await secondInTurn();
  const asked = askNow(second);
  world.http.answer('barcode', envelope(0, { billnum: SECOND, billpaystate: '3' }));
  expect(await asked).toBeNull();
  expect(world.attempt(second).state).toBe('collected');
});

test('closing an attempt ends when the session does, in the middle of its question', async () => {
  world.http.answer('barcode', answered(500, ''));
  await world.clock.pass(70_000);
  world.http.always('mainRow', 'hold');
  const closing = world.services.closing.paid(id, '客人账单');
  await world.clock.pass(0);
  await world.services.session.signOut();
  await expect(closing).rejects.toMatchObject({ code: 'notSignedIn' });
  expect(world.attempt(id).state).toBe('unresolved');
});
