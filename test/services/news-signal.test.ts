import { FakeStorage } from '../support/world/fake-storage';
import { inState, START } from '../support/world/attempts';
import { createAttemptStore, type AttemptStore } from '../../miniprogram/services/attempt-store';
import { createJournal } from '../../miniprogram/services/journal';
import { createNews, type News } from '../../miniprogram/services/news';
import { signalNews } from '../../miniprogram/services/news-signal';
import { createVisibility, type Visibility } from '../../miniprogram/services/visibility';
import { VirtualClock } from '../support/world/virtual-clock';

let attempts: AttemptStore;
let clock: VirtualClock;
let news: News;
let visibility: Visibility;
let signals: string[];

beforeEach(async () => {
  attempts = createAttemptStore(createJournal(new FakeStorage()));
  clock = new VirtualClock();
  news = createNews(attempts);
  visibility = createVisibility();
  signals = [];
  signalNews({
    attempts,
    clock,
    news,
    visibility,
    feedback: {
      signal: (cue) => signals.push(cue),
      vibrate: () => undefined,
      keepScreenOn: () => undefined,
    },
  });
  await attempts.load(START);
  for (const id of ['a', 'b']) await attempts.add({ ...inState('unresolved'), id });
  await Promise.resolve();
});

const collect = (id: string): void => {
  attempts.apply(id, {
    type: 'evidence',
    proof: 'billState',
    billComplete: true,
    at: START + 1,
  });
};

test('another attempt changes while the app is seen: at once', () => {
  collect('a');
  expect(signals).toEqual(['news']);
});

test('a conflict is felt longer', () => {
  collect('a');
  attempts.apply('b', { type: 'staffNotPaid', by: '1001', note: '', at: START + 1 });
  collect('b');
  expect(attempts.get('b')?.state).toBe('conflict');
  expect(signals[signals.length - 1]).toBe('conflict');
});

test('the attempt on top is told by its page', () => {
  news.setOnTop('a');
  collect('a');
  expect(signals).toEqual([]);
  collect('b');
  expect(signals).toEqual(['news']);
});

test('what came while hidden is told once, on return', async () => {
  visibility.set(false);
  collect('a');
  collect('b');
  await clock.pass(10_000);
  expect(signals).toEqual([]);
  visibility.set(true);
  await clock.pass(1_000);
  expect(signals).toEqual(['news']);
});

test('on return the page on top may turn out to be its own: then the page tells', async () => {
  visibility.set(false);
  collect('a');
  visibility.set(true);
  news.setOnTop('a');
  await clock.pass(1_000);
  expect(signals).toEqual([]);
});

describe('a wait that ends without a result', () => {
  beforeEach(async () => {
    await attempts.add({ ...inState('awaiting'), id: 'c' });
    await attempts.add({ ...inState('declined'), id: 'd' });
  });

  const end = (): void => {
    attempts.apply('c', { type: 'watchEnded', at: START + 1 });
  };

  test('has the tone of news: the page on top may be waiting for its own', () => {
    end();
    expect(signals).toEqual(['newsUnknown']);
  });

  test('goes before a result, and a conflict before it, where several came while hidden', async () => {
    visibility.set(false);
    collect('a');
    end();
    visibility.set(true);
    await clock.pass(1_000);
    expect(signals).toEqual(['newsUnknown']);

    visibility.set(false);
    attempts.apply('d', { type: 'recheck', result: 'moved', at: START + 2 });
    await attempts.add({ ...inState('awaiting'), id: 'e' });
    attempts.apply('e', { type: 'watchEnded', at: START + 2 });
    visibility.set(true);
    await clock.pass(1_000);
    expect(signals).toEqual(['newsUnknown', 'conflict']);
  });
});
