import { BILL } from '../support/world/attempts';
import { answered, envelope, NO_ANSWER } from '../support/world/fake-http';
import { refuseSession } from '../support/world/refuse-session';
import { settle } from '../support/world/virtual-clock';
import { World } from '../support/world/world';

const NOTE = '客人账单显示已付';
let world: World;
let id: string;

/** An attempt whose watch has ended. */
beforeEach(async () => {
  world = await World.open();
  id = await world.charge();
  world.http.answer('barcode', NO_ANSWER);
  await world.clock.pass(70_000);
});

async function close(how: 'paid' | 'notPaid'): Promise<unknown> {
  const closing = world.services.closing[how](id, NOTE).catch((error: unknown) => error);
  await world.clock.pass(0);
  return closing;
}

const reads = (): number => world.calls('mainRow').length;

test.each([
  ['paid', 'staffPaid'],
  ['notPaid', 'staffNotPaid'],
] as const)('%s: the server is asked once more, then the word counts', async (how, state) => {
  const before = reads();
  expect(await close(how)).toBe(true);
  expect(reads()).toBe(before + 1);
  const { closing, state: closed } = world.attempt(id);
  expect(closed).toBe(state);
  expect(closing).toEqual({ by: '1001', at: world.clock.now(), note: NOTE });
  await world.restart();
  expect(world.attempt(id)).toMatchObject({ state, closing: { by: '1001', note: NOTE } });
});

test.each(['paid', 'notPaid'] as const)('%s: evidence goes before the word', async (how) => {
  world.paid(28);
  expect(await close(how)).toBe(false);
  expect(world.attempt(id)).toMatchObject({
    state: 'collected',
    proof: 'billState',
    closing: null,
  });
});

test.each([
  ['no answer', NO_ANSWER],
  ['500', answered(500, '')],
])('without an answered query no older than 10 s nothing is closed: %s', async (_name, outcome) => {
  world.http.always('mainRow', outcome);
  await world.clock.pass(20_000);
  expect(await close('notPaid')).toMatchObject({ code: 'closingTooEarly', reason: 'notAnswered' });
  expect(world.attempt(id).state).toBe('unresolved');
});

test('an answer that took longer than 10 s is too old', async () => {
  world.http.next('mainRow', 'hold');
  const closing = world.services.closing.notPaid(id, NOTE).catch((error: unknown) => error);
  await world.clock.pass(10_001);
  world.http.answer('mainRow', envelope(0, { billnum: BILL, paystate: '1' }));
  expect(await closing).toMatchObject({ code: 'closingTooEarly', reason: 'notAnswered' });
});

test('an answer from before the clock was set back is not fresh', async () => {
  await world.clock.pass(300_000);
  world.http.always('mainRow', NO_ANSWER);
  world.clock.setBy(-600_000);
  expect(await close('notPaid')).toMatchObject({ code: 'closingTooEarly', reason: 'notAnswered' });
});

test('an answer whose age cannot be told, for the clock was set back meanwhile, is not fresh', async () => {
  world.http.next('mainRow', 'hold');
  const closing = world.services.closing.notPaid(id, NOTE).catch((error: unknown) => error);
  await world.clock.pass(12_000);
  world.clock.setBy(-600_000);
  world.http.answer('mainRow', envelope(0, { billnum: BILL, paystate: '1' }));
  expect(await closing).toMatchObject({ code: 'closingTooEarly', reason: 'notAnswered' });
  expect(world.attempt(id).state).toBe('unresolved');
});

test('not while the watch runs, and not what is settled', async () => {
  const open = await world.charge('5.00', '104567890123456789', 'XS-2');
  const closing = world.services.closing;
  await expect(closing.paid(open, NOTE)).rejects.toMatchObject({ reason: 'watchRunning' });
  expect(await close('notPaid')).toBe(true);
  await expect(closing.paid(id, NOTE)).rejects.toMatchObject({ reason: 'settled' });
  await expect(closing.paid('nobody', NOTE)).rejects.toMatchObject({ reason: 'settled' });
});

test('nobody who is not signed in closes anything', async () => {
  await refuseSession(world.services.session, world.http);
  expect(await close('paid')).toMatchObject({ code: 'notSignedIn' });
  await world.signIn();
  world.http.always('mainRow', answered(401, ''));
  expect(await close('paid')).toMatchObject({ code: 'notSignedIn' });
  expect(world.attempt(id).state).toBe('unresolved');
});

test('the word is that of whoever is signed in when it is given', async () => {
  await world.signIn('1002', 'another');
  await settle();
  await close('paid');
  expect(world.attempt(id)).toMatchObject({ user: '1001', closing: { by: '1002' } });
});

test('closed as not paid the bill is free; money that shows up then is a conflict', async () => {
  await close('notPaid');
  world.paid(28);
  world.scanner.put('104567890123456789');
  await expect(world.collect()).rejects.toMatchObject({ code: 'billAlreadyCollected' });
  expect(world.attempt(id).state).toBe('conflict');
  const { attempts, session } = world.services;
  expect(attempts.blocking(session.server.baseUrl, BILL)?.id).toBe(id);
  expect(world.calls('barcode')).toHaveLength(1);
});

test('closed twice at once: the first word counts', async () => {
  const { closing } = world.services;
  const both = Promise.all([closing.paid(id, 'first'), closing.notPaid(id, 'second')]);
  await world.clock.pass(0);
  expect(await both).toEqual([true, false]);
  expect(world.attempt(id)).toMatchObject({ state: 'staffPaid', closing: { note: 'first' } });
});
