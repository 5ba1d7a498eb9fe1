import { encodeRecord } from '../../miniprogram/core/attempt-record';
import { type AttemptStore, createAttemptStore } from '../../miniprogram/services/attempt-store';
import { createJournal } from '../../miniprogram/services/journal';
import { answer, BILL, inState, SERVER, START, STATES, verdicts } from '../support/world/attempts';
import { FakeStorage } from '../support/world/fake-storage';
import { settle } from '../support/world/virtual-clock';

let storage: FakeStorage;

beforeEach(() => {
  storage = new FakeStorage();
});

const open = (): AttemptStore => createAttemptStore(createJournal(storage));

async function loaded(): Promise<AttemptStore> {
  const store = open();
  await store.load(START);
  return store;
}

/** What the next start of the app would see. */
async function next(): Promise<AttemptStore> {
  await settle();
  return loaded();
}

describe('load', () => {
  test('knows nothing before, and tells when it is done', async () => {
    storage.stored.set('attempt:a1:1', encodeRecord(inState('awaiting'), 1));
    const store = open();
    const heard: (string | null)[] = [];
    store.subscribe((id) => heard.push(id));
    expect(store.loaded()).toBe(false);
    await store.load(START);
    expect(store.loaded()).toBe(true);
    expect(store.all()).toHaveLength(1);
    expect(heard).toEqual([null]);
  });

  test.each([
    ['prepared', 'rejected'],
    ['submitted', 'unknown'],
    ['awaiting', 'awaiting'],
    ['unresolved', 'unresolved'],
    ['collected', 'collected'],
    ['conflict', 'conflict'],
  ] as const)('an attempt left %s comes back %s, durably', async (state, after) => {
    storage.stored.set('attempt:a1:1', encodeRecord(inState(state), 1));
    expect((await loaded()).get('a1')?.state).toBe(after);
    await settle();
    expect(storage.text()).toContain(`"state":"${after}"`);
    expect((await next()).get('a1')?.state).toBe(after);
  });

  test('a damaged record is named and nothing else is lost', async () => {
    storage.stored.set('attempt:a1:1', encodeRecord(inState('unknown'), 1));
    storage.stored.set('attempt:zz:1', 'rubbish');
    const store = await loaded();
    expect(store.damaged()).toEqual(['zz']);
    expect(store.all()).toHaveLength(1);
  });

  test('a storage that fails is told; the next try may do', async () => {
    storage.stored.set('attempt:a1:1', encodeRecord(inState('unknown'), 1));
    storage.broken.add('keys');
    const store = await loaded();
    expect(store.loaded()).toBe(false);
    expect(store.loadProblem()).toMatchObject({ code: 'storageFailed' });
    storage.broken.clear();
    await store.load(START);
    expect([store.loaded(), store.loadProblem(), store.all().length]).toEqual([true, null, 1]);
  });

  test('while it is tried again there is no problem to tell, and listeners hear of both', async () => {
    storage.broken.add('keys');
    const store = await loaded();
    const heard: (string | null)[] = [];
    store.subscribe(() => heard.push(store.loadProblem()?.code ?? null));
    const again = store.load(START);
    expect(store.loadProblem()).toBeNull();
    await again;
    expect(heard).toEqual([null, 'storageFailed']);
  });

  test('asked for twice at once it reads once: a slow second reading must not undo what happened since', async () => {
    storage.stored.set('attempt:a1:1', encodeRecord(inState('submitted'), 1));
    const journal = createJournal(storage);
    const stored = await journal.load();
    let finishSecond: (() => void) | undefined;
    const load = jest
      .fn<ReturnType<typeof journal.load>, []>()
      .mockResolvedValueOnce(stored)
      .mockImplementationOnce(
        () => new Promise((resolve) => (finishSecond = () => resolve(stored))),
      );
    const store = createAttemptStore({ ...journal, load });
    const both = Promise.all([store.load(START), store.load(START)]);
    await settle();
    store.apply('a1', answer(verdicts.collected, START + 1));
    finishSecond?.();
    await both;
    expect(store.get('a1')?.state).toBe('collected');
    expect(load).toHaveBeenCalledTimes(1);
  });
});

describe('add', () => {
  test('is durable before it resolves', async () => {
    const store = await loaded();
    storage.holdWrites();
    let added = false;
    void store.add(inState('submitted')).then(() => (added = true));
    await settle();
    expect([added, store.all().length]).toEqual([false, 0]);
    storage.releaseWrites();
    await settle();
    expect([added, store.all().length]).toEqual([true, 1]);
    expect((await next()).get('a1')?.state).toBe('unknown');
  });

  test('keeps nothing when the storage refuses', async () => {
    const store = await loaded();
    storage.broken.add('write');
    await expect(store.add(inState('submitted'))).rejects.toMatchObject({ code: 'storageFailed' });
    expect(store.all()).toEqual([]);
    storage.broken.clear();
    expect((await next()).all()).toEqual([]);
  });
});

describe('apply', () => {
  test('is seen at once and written in the background', async () => {
    const store = await loaded();
    await store.add(inState('submitted'));
    const heard: (string | null)[] = [];
    store.subscribe((id) => heard.push(id));
    store.apply('a1', answer(verdicts.collected, START + 1));
    expect(store.get('a1')?.state).toBe('collected');
    expect((await next()).get('a1')?.state).toBe('collected');
    store.apply('a1', answer(verdicts.collected, START + 2)); // changes nothing
    store.apply('nobody', { type: 'watchEnded', at: START });
    expect(heard).toEqual(['a1']);
  });

  test('what the storage refused is written at save', async () => {
    const store = await loaded();
    await store.add(inState('submitted'));
    storage.broken.add('write');
    store.apply('a1', answer(verdicts.collected, START + 1));
    expect((await next()).get('a1')?.state).toBe('unknown');
    storage.broken.clear();
    store.save();
    await settle();
    expect((await next()).get('a1')?.state).toBe('collected');
    const writes = storage.log.length;
    store.save();
    await settle();
    expect(storage.log).toHaveLength(writes);
  });

  test('what the storage refused is counted, and told, until it is written', async () => {
    const store = await loaded();
    await store.add(inState('submitted'));
    expect(store.unwritten()).toBe(0);
    storage.broken.add('write');
    const counts: number[] = [];
    store.subscribe((id) => id === null && counts.push(store.unwritten()));
    store.apply('a1', answer(verdicts.awaiting, START + 1));
    store.apply('a1', answer(verdicts.collected, START + 2));
    await settle();
    expect(counts).toEqual([1]);
    storage.broken.clear();
    store.save();
    await settle();
    expect(counts).toEqual([1, 0]);
  });

  test('a later change is written although an earlier one failed', async () => {
    const store = await loaded();
    await store.add(inState('submitted'));
    storage.broken.add('write');
    store.apply('a1', answer(verdicts.unknown, START + 1));
    await settle();
    storage.broken.clear();
    store.apply('a1', answer(verdicts.collected, START + 2));
    expect((await next()).get('a1')?.state).toBe('collected');
  });

  test('an early write that succeeds does not hide that the newest one failed', async () => {
    const store = await loaded();
    await store.add(inState('submitted'));
    storage.room = 1;
    store.apply('a1', answer(verdicts.unknown, START + 1));
    store.apply('a1', answer(verdicts.collected, START + 2));
    await settle();
    expect(storage.text()).not.toContain('"state":"collected"');
    storage.room = Infinity;
    store.save();
    expect((await next()).get('a1')?.state).toBe('collected');
  });
});

describe('blocking', () => {
  const blocks = [
    'prepared',
    'submitted',
    'awaiting',
    'unknown',
    'unresolved',
    'declined',
    'conflict',
  ];

  test.each(STATES)('an attempt that is %s', async (state) => {
    const store = await loaded();
    await store.add(inState(state));
    expect(store.blocking(SERVER, BILL)?.id ?? null).toBe(blocks.includes(state) ? 'a1' : null);
  });

  test('its own bill in any spelling, no other, and not on another server', async () => {
    const store = await loaded();
    await store.add(inState('unknown', { bill: 'xs001' }));
    const bill = (text: string): typeof BILL => text as typeof BILL;
    expect(store.blocking(SERVER, bill('XS001'))?.id).toBe('a1');
    expect(store.blocking(SERVER, bill('ＸＳ００１'))?.id).toBe('a1');
    expect(store.blocking(SERVER, bill('XS002'))).toBeNull();
    expect(store.blocking('https://other.example.com', bill('XS001'))).toBeNull();
  });

  test('one that blocks is found behind one that does not', async () => {
    const store = await loaded();
    await store.add(inState('rejected', { id: 'old' }));
    await store.add(inState('unknown', { id: 'new' }));
    expect(store.blocking(SERVER, BILL)?.id).toBe('new');
    expect(store.onBill(SERVER, BILL).map(({ id }) => id)).toEqual(['old', 'new']);
  });
});
