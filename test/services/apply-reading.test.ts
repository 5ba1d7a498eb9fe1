import type { Attempt, AttemptState } from '../../miniprogram/core/attempt';
import { settings } from '../../miniprogram/config/settings';
import { type AttemptStore, createAttemptStore } from '../../miniprogram/services/attempt-store';
import { endWatch, applyReading } from '../../miniprogram/services/apply-reading';
import { createJournal } from '../../miniprogram/services/journal';
import { answer, inState, reading, START, verdicts } from '../support/world/attempts';
import { FakeStorage } from '../support/world/fake-storage';

const LATER = START + 9_000;
const complete = reading(LATER, '3', [2800, 2800]);
const unmoved = reading(LATER, '1', [2800, 0]);

async function storeOf(...attempts: readonly Attempt[]): Promise<AttemptStore> {
  const store = createAttemptStore(createJournal(new FakeStorage()));
  await store.load(START);
  for (const attempt of attempts) await store.add(attempt);
  return store;
}

describe('a complete bill, for an attempt that is alone on it', () => {
  test.each<[AttemptState, AttemptState]>([
    ['submitted', 'collected'],
    ['awaiting', 'collected'],
    ['unknown', 'collected'],
    ['unresolved', 'collected'],
    ['collected', 'collected'],
    ['declined', 'conflict'],
    ['rejected', 'conflict'],
    ['staffPaid', 'collected'],
    ['staffNotPaid', 'conflict'],
    ['conflict', 'conflict'],
  ])('%s becomes %s', async (state, after) => {
    const store = await storeOf(inState(state));
    applyReading(store, store.all(), complete, LATER);
    expect(store.get('a1')?.state).toBe(after);
  });
});

test('money is not that of an attempt that provably never left', async () => {
  const attempt = { ...inState('rejected'), rejectedReason: 'notSent' as const };
  const store = await storeOf(attempt);
  applyReading(store, store.all(), complete, LATER);
  expect(store.get('a1')).toBe(attempt);
});

test.each<AttemptState>([
  'submitted',
  'awaiting',
  'unknown',
  'unresolved',
  'rejected',
  'staffNotPaid',
])('a bill that has not moved concludes nothing for %s', async (state) => {
  const attempt = inState(state);
  const store = await storeOf(attempt);
  applyReading(store, store.all(), unmoved, LATER);
  expect(store.get('a1')).toBe(attempt);
});

test.each([
  // The state is read first: the money may have come between the two answers.
  ['1', [2800, 2800], null],
  ['1', [3000, 2800], false],
  ['3', [2800, 2800], true],
  // Only "3" is documented: whatever else the state says, the figures say that something is open.
  [null, [3000, 2800], false],
] as const)('state %s, due and collected %j: bill complete %s', async (state, figures, known) => {
  const store = await storeOf(inState('unknown'));
  applyReading(store, store.all(), reading(LATER, state, [...figures]), LATER);
  expect(store.get('a1')).toMatchObject({ state: 'collected', billComplete: known });
});

describe('a reading that was sent before', () => {
  test('the attempt was submitted says nothing about it', async () => {
    const store = await storeOf(inState('unknown'));
    applyReading(store, [], complete, LATER);
    expect(store.get('a1')?.state).toBe('unknown');
  });

  test('it was declined does not count as read again', async () => {
    const then = inState('submitted');
    const store = await storeOf(then);
    store.apply('a1', answer(verdicts.declined, LATER));
    for (const late of [complete, unmoved]) applyReading(store, [then], late, LATER);
    expect(store.get('a1')).toMatchObject({ state: 'declined', recheck: 'pending' });
  });

  test('it was collected does not tell whether that completed the bill', async () => {
    const then = inState('submitted');
    const store = await storeOf(then);
    const verdict = { kind: 'collected', billComplete: null, paymentNumber: null } as const;
    store.apply('a1', answer(verdict, LATER));
    applyReading(store, [then], unmoved, LATER);
    expect(store.get('a1')?.billComplete).toBeNull();
    applyReading(store, store.all(), unmoved, LATER);
    expect(store.get('a1')?.billComplete).toBe(false);
  });

  test('an answer came does count as proof: money does not go away', async () => {
    const then = inState('submitted');
    const store = await storeOf(then);
    store.apply('a1', answer(verdicts.unknown, LATER));
    applyReading(store, [then], complete, LATER);
    expect(store.get('a1')?.state).toBe('collected');
  });
});

test('two open attempts on one bill: neither may claim the money', async () => {
  const store = await storeOf(inState('unresolved'), inState('unknown', { id: 'b' }));
  applyReading(store, store.all(), complete, LATER);
  expect(store.all().map(({ state }) => state)).toEqual(['unresolved', 'unknown']);
});

test('an attempt on another bill is not touched', async () => {
  const store = await storeOf(inState('unknown'), inState('unknown', { id: 'b', bill: 'XS-2' }));
  applyReading(
    store,
    store.onBill('https://pos.example.com', inState('unknown').bill),
    complete,
    LATER,
  );
  expect(store.get('b')?.state).toBe('unknown');
});

describe('a declined attempt that has freed its bill', () => {
  const freed = async (...others: readonly Attempt[]): Promise<AttemptStore> => {
    const store = await storeOf(inState('declined'), ...others);
    store.apply('a1', { type: 'recheck', result: 'unmoved', at: LATER });
    return store;
  };

  test('is no conflict when the next attempt pays', async () => {
    const store = await freed(inState('unknown', { id: 'b', at: START + 5_000 }));
    applyReading(store, store.all(), complete, LATER);
    expect(store.all().map(({ state }) => state)).toEqual(['declined', 'collected']);
  });

  test('is one when nothing else explains the money', async () => {
    const store = await freed();
    applyReading(store, store.all(), complete, LATER);
    expect(store.get('a1')?.state).toBe('conflict');
  });

  test('is none a day later: WeChat revokes open orders long before', async () => {
    const store = await freed();
    applyReading(store, store.all(), reading(START + 86_400_000, '3'), LATER);
    expect(store.get('a1')?.state).toBe('declined');
  });
});

describe('endWatch', () => {
  test.each<[AttemptState, number, AttemptState]>([
    ['awaiting', 59_999, 'awaiting'],
    ['awaiting', 60_000, 'unresolved'],
    ['unknown', 60_000, 'unresolved'],
    ['submitted', 60_000, 'unresolved'],
    ['unresolved', 60_000, 'unresolved'],
    ['collected', 60_000, 'collected'],
    ['declined', 60_000, 'declined'],
  ])('%s, query sent after %i ms: %s', async (state, after, expected) => {
    const store = await storeOf(inState(state));
    endWatch(store, 'a1', reading(START + after, '1'), START + after, settings.watch);
    expect(store.get('a1')?.state).toBe(expected);
  });

  test('an attempt that is not there', async () => {
    const store = await storeOf();
    endWatch(store, 'nobody', complete, LATER, settings.watch);
    expect(store.all()).toEqual([]);
  });
});
