import { settings } from '../../miniprogram/config/settings';
import type { Attempt } from '../../miniprogram/core/attempt';
import { encodeRecord } from '../../miniprogram/core/attempt-record';
import { applyEvent } from '../../miniprogram/core/transitions';
import { inState, START } from '../support/world/attempts';
import { settle } from '../support/world/virtual-clock';
import { World } from '../support/world/world';

const LONG_AGO = START - 100 * 86_400_000;

let world: World;

function keep(attempt: Attempt): void {
  world.storage.stored.set(`attempt:${attempt.id}:1`, encodeRecord(attempt, 1));
}

const ids = (): string[] => world.services.attempts.all().map(({ id }) => id);
const stored = (): string[] => Array.from(world.storage.stored.keys());

beforeEach(() => {
  world = new World();
  keep(inState('collected', { id: 'old', bill: 'XS1', at: LONG_AGO }));
  keep(inState('unresolved', { id: 'open', bill: 'XS2', at: LONG_AGO }));
  keep(inState('conflict', { id: 'loud', bill: 'XS3', at: LONG_AGO }));
  keep(inState('collected', { id: 'young', bill: 'XS4' }));
  world.storage.stored.set('attempt:bad:1', 'rubbish');
});

const REST = ['open', 'loud', 'young'];

test('old settled records go, a while after the journal was read; nothing else does', async () => {
  await world.clock.pass(60_000);
  // Not read yet: nothing is known to be settled.
  expect(world.storage.log).toEqual([]);
  await world.load();
  expect(ids()).toEqual(['old', ...REST]);
  await world.clock.pass(settings.pruneDelay);
  expect(ids()).toEqual(REST);
  expect(stored()).toEqual([...REST, 'bad'].map((id) => `attempt:${id}:1`));
  expect(world.services.attempts.damaged()).toEqual(['bad']);
});

test('a journal that could not be read loses nothing', async () => {
  world.storage.broken.add('read');
  await world.load();
  await world.clock.pass(60_000);
  expect(stored()).toHaveLength(5);
  world.storage.broken.clear();
  await world.load();
  await world.clock.pass(60_000);
  expect(stored()).toHaveLength(4);
});

test('a storage that refuses: still there, and gone at a later start', async () => {
  await world.load();
  world.storage.broken.add('remove');
  await world.clock.pass(60_000);
  expect(ids()).toContain('old');
  world.storage.broken.clear();
  world.kill();
  await world.load();
  await world.clock.pass(60_000);
  expect(ids()).toEqual(REST);
});

test('killed between the two slots: the next start finds the last state, never the one before', async () => {
  const before = inState('unresolved', { id: 'old', bill: 'XS1', at: LONG_AGO });
  const after = applyEvent(before, { type: 'staffPaid', by: '1', note: '', at: LONG_AGO + 9 });
  world.storage.stored.set('attempt:old:1', encodeRecord(before, 1));
  world.storage.stored.set('attempt:old:0', encodeRecord(after, 2));
  await world.load();
  world.storage.killAfterRemovals(1);
  await world.clock.pass(60_000);
  world.kill();
  world.storage.killAfterRemovals(Infinity);
  await world.load();
  expect(world.attempt('old').state).toBe('staffPaid');
  await world.clock.pass(60_000);
  expect(ids()).toEqual(REST);
});

test('evidence that comes during the removal is kept', async () => {
  keep(inState('staffNotPaid', { id: 'old', bill: 'XS1', at: LONG_AGO }));
  await world.load();
  const { attempts } = world.services;
  const forgotten = attempts.forget(world.attempt('old'));
  const at = START;
  attempts.apply('old', { type: 'evidence', proof: 'billState', billComplete: true, at });
  await forgotten;
  await settle();
  expect(world.attempt('old').state).toBe('conflict');
  world.kill();
  await world.load();
  expect(world.attempt('old').state).toBe('conflict');
});
