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

test('hundreds of attempts are all there, each in its newest state', async () => {
  const journal = createJournal(storage);
  const ids = Array.from({ length: 120 }, (_, i) => `a${String(i)}`);
  for (const id of ids) {
    await journal.write({ ...submitted, id });
    await journal.write({ ...unknown, id });
  }
  const { attempts } = await createJournal(storage).load();
  expect(attempts.map(({ id, state }) => `${id} ${state}`).sort()).toEqual(
    ids.map((id) => `${id} unknown`).sort(),
  );
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

describe('forgetting a settled attempt', () => {
  /** Everything that load can find after a kill at each instant of the removal. */
  async function killedAfter(removals: number) {
    storage = new FakeStorage();
    const journal = createJournal(storage);
    for (const attempt of [submitted, unknown, collected]) await journal.write(attempt);
    storage.killAfterRemovals(removals);
    void journal.forget('a1');
    await settle();
    return createJournal(storage.restarted()).load();
  }

  test('killed at any instant: as it was, or gone; an older state never comes back', async () => {
    expect((await killedAfter(0)).attempts).toEqual([collected]);
    expect((await killedAfter(1)).attempts).toEqual([collected]);
    expect(await killedAfter(2)).toEqual({ attempts: [], damaged: [] });
  });

  test('also where the newest record is in the other slot, or there is only one', async () => {
    for (const history of [[submitted, collected], [collected]]) {
      for (const removals of [0, 1, 2]) {
        storage = new FakeStorage();
        const journal = createJournal(storage);
        for (const attempt of history) await journal.write(attempt);
        storage.killAfterRemovals(removals);
        void journal.forget('a1');
        await settle();
        const { attempts, damaged } = await createJournal(storage.restarted()).load();
        expect(attempts).toEqual(removals === 2 ? [] : [collected]);
        expect(damaged).toEqual([]);
      }
    }
  });

  test('next to a torn slot: never a damaged record where a whole one was', async () => {
    for (const removals of [0, 1, 2]) {
      storage = new FakeStorage();
      storage.stored.set('attempt:a1:1', encodeRecord(collected, 1));
      storage.stored.set('attempt:a1:0', 'torn');
      const journal = createJournal(storage);
      await journal.load();
      storage.killAfterRemovals(removals);
      void journal.forget('a1');
      await settle();
      const { attempts, damaged } = await createJournal(storage.restarted()).load();
      expect(attempts).toEqual(removals === 2 ? [] : [collected]);
      expect(damaged).toEqual([]);
    }
  });

  test('a storage that refuses keeps it, and says so', async () => {
    const journal = createJournal(storage);
    await journal.write(collected);
    storage.broken.add('remove');
    await expect(journal.forget('a1')).rejects.toMatchObject({ code: 'storageFailed' });
    expect((await createJournal(storage).load()).attempts).toEqual([collected]);
  });

  test('a state that came meanwhile is written after the removal', async () => {
    const journal = createJournal(storage);
    await journal.write(submitted);
    await journal.write(unknown);
    const forgotten = journal.forget('a1');
    const written = journal.write(collected);
    await Promise.all([forgotten, written]);
    expect((await createJournal(storage).load()).attempts).toEqual([collected]);
  });
});
