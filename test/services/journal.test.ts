import { encodeRecord } from '../../miniprogram/core/attempt-record';
import { applyEvent } from '../../miniprogram/core/transitions';
import { createJournal } from '../../miniprogram/services/journal';
import { answer, inState, prepared, START, verdicts } from '../support/world/attempts';
import { FakeStorage } from '../support/world/fake-storage';
import { settle } from '../support/world/virtual-clock';

const submitted = inState('submitted');
const unknown = applyEvent(submitted, answer(verdicts.unknown, START + 1));
const collected = applyEvent(unknown, answer(verdicts.collected, START + 2));

let storage: FakeStorage;

beforeEach(() => {
  storage = new FakeStorage();
});

test('what was written is there at the next start, the newest of it', async () => {
  const journal = createJournal(storage);
  const other = prepared({ id: 'b' });
  await journal.write(submitted);
  await journal.write(other);
  await journal.write(unknown);
  const { attempts, damaged } = await createJournal(storage).load();
  expect(attempts).toHaveLength(2);
  expect(attempts).toEqual(expect.arrayContaining([unknown, other]));
  expect(damaged).toEqual([]);
});

test('each attempt has two slots, written in turn', async () => {
  const journal = createJournal(storage);
  for (const attempt of [submitted, unknown, collected]) await journal.write(attempt);
  expect(storage.log).toEqual(['write attempt:a1:1', 'write attempt:a1:0', 'write attempt:a1:1']);
  expect(storage.stored.size).toBe(2);
});

test('a write that is torn costs the newest change, never the attempt', async () => {
  const journal = createJournal(storage);
  await journal.write(submitted);
  await journal.write(unknown);
  storage.tearNextWrite();
  void journal.write(collected);
  await settle();
  const next = createJournal(storage);
  expect(await next.load()).toEqual({ attempts: [unknown], damaged: [] });
  // The next write goes over the torn one, not over the only whole one.
  storage.tearNextWrite();
  void next.write(collected);
  await settle();
  expect(await createJournal(storage).load()).toEqual({ attempts: [unknown], damaged: [] });
  const third = createJournal(storage);
  await third.load();
  await third.write(collected);
  expect(await createJournal(storage).load()).toEqual({ attempts: [collected], damaged: [] });
});

test('torn at any point: for each cut the older record is still there', async () => {
  const whole = encodeRecord(collected, 3);
  for (let cut = 0; cut < whole.length; cut += 7) {
    storage = new FakeStorage();
    storage.stored.set('attempt:a1:0', encodeRecord(unknown, 2));
    storage.stored.set('attempt:a1:1', whole.slice(0, cut));
    expect(await createJournal(storage).load()).toEqual({ attempts: [unknown], damaged: [] });
  }
});

test('an attempt of which nothing can be read is set aside and named; its records stay', async () => {
  storage.stored.set('attempt:x:0', 'rubbish');
  storage.stored.set('attempt:x:1', '{"format":1');
  storage.stored.set('attempt:y:1', encodeRecord(submitted, 1)); // names another attempt
  storage.stored.set('attempt:z:1', { not: 'text' });
  storage.stored.set('attempt:a1:1', encodeRecord(submitted, 1));
  const before = storage.stored.size;
  const { attempts, damaged } = await createJournal(storage).load();
  expect(attempts).toEqual([submitted]);
  expect([...damaged].sort()).toEqual(['x', 'y', 'z']);
  expect(storage.stored.size).toBe(before);
});

test('what is not the journal’s is left alone', async () => {
  for (const key of ['developServer', 'attempt:', 'attempt:a1:2', 'my-attempt:a1:0']) {
    storage.stored.set(key, 'rubbish');
  }
  expect(await createJournal(storage).load()).toEqual({ attempts: [], damaged: [] });
});

test.each(['keys', 'read'] as const)(
  'a start where %s fails is told, not taken as empty',
  async (call) => {
    await createJournal(storage).write(submitted);
    storage.broken.add(call);
    await expect(createJournal(storage).load()).rejects.toMatchObject({ code: 'storageFailed' });
  },
);

test('a write that failed is written anew in the same slot', async () => {
  const journal = createJournal(storage);
  await journal.write(submitted);
  storage.broken.add('write');
  await expect(journal.write(unknown)).rejects.toMatchObject({ code: 'storageFailed' });
  storage.broken.clear();
  await journal.write(collected);
  expect(storage.log).toEqual(['write attempt:a1:1', 'write attempt:a1:0']);
  expect(await createJournal(storage).load()).toMatchObject({ attempts: [{ state: 'collected' }] });
});

test('writes of one attempt keep their order, however slow the storage', async () => {
  const journal = createJournal(storage);
  storage.holdWrites();
  const writes = [submitted, unknown, collected].map((attempt) => journal.write(attempt));
  await settle();
  expect(storage.log).toEqual([]);
  storage.releaseWrites();
  await Promise.all(writes);
  expect((await createJournal(storage).load()).attempts).toEqual([collected]);
});

test('attempts do not wait for each other', async () => {
  const journal = createJournal(storage);
  storage.tearNextWrite();
  void journal.write(submitted); // never ends
  await journal.write(prepared({ id: 'b' }));
  expect(storage.log).toEqual(['write attempt:b:1']);
});

test('a first write that failed is forgotten, even where half of it was stored', async () => {
  const journal = createJournal(storage);
  storage.stored.set('attempt:a1:1', 'half');
  await journal.discard('a1');
  expect(storage.stored.size).toBe(0);
  storage.broken.add('remove');
  await journal.discard('a1'); // as far as the storage still allows
  expect(await createJournal(storage).load()).toEqual({ attempts: [], damaged: [] });
});
