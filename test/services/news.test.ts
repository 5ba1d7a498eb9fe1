import type { Attempt } from '../../miniprogram/core/attempt';
import { createAttemptStore, type AttemptStore } from '../../miniprogram/services/attempt-store';
import { createNews, type News } from '../../miniprogram/services/news';
import { fakeAttempt } from '../support/fakes/attempt';

let attempts: AttemptStore;
let news: News;

async function given(...found: readonly Attempt[]): Promise<void> {
  attempts = createAttemptStore({
    load: () => Promise.resolve({ attempts: found, damaged: [] }),
    write: () => Promise.resolve(),
    discard: () => Promise.resolve(),
    forget: () => Promise.resolve(),
  });
  news = createNews(attempts);
  await attempts.load(0);
}

function decide(id: string): void {
  attempts.apply(id, { type: 'evidence', proof: 'billState', billComplete: true, at: 1 });
}

test('what was settled before the start is no news', async () => {
  await given(fakeAttempt('conflict'), fakeAttempt('collected', { billComplete: true }));
  expect(news.current()).toBeNull();
});

test('an attempt decided while its page is not on top is news until it is dismissed', async () => {
  await given(fakeAttempt('unknown', { id: 'a' }), fakeAttempt('awaiting', { id: 'b' }));
  decide('a');
  decide('b');
  expect(news.current()?.id).toBe('a');
  news.dismiss();
  expect(news.current()?.id).toBe('b');
  news.dismiss();
  expect(news.current()).toBeNull();
});

test('its own page tells it already', async () => {
  await given(fakeAttempt('unknown', { id: 'a' }), fakeAttempt('unknown', { id: 'b' }));
  news.setOnTop('a');
  decide('a');
  expect(news.current()).toBeNull();
  decide('b');
  expect(news.current()?.id).toBe('b');
  news.setOnTop('b');
  expect(news.current()).toBeNull();
});

test('money on a payment that was declined is news', async () => {
  await given(fakeAttempt('declined', { id: 'a', recheck: 'pending' }));
  attempts.apply('a', { type: 'recheck', result: 'moved', at: 1 });
  expect(news.current()?.state).toBe('conflict');
});

test('a change that decides nothing is no news', async () => {
  await given(fakeAttempt('submitted', { id: 'a' }));
  const verdict = { kind: 'awaiting', paymentNumber: null } as const;
  attempts.apply('a', { type: 'answer', verdict, at: 1 });
  expect(news.current()).toBeNull();
});

describe('a watch that ends without a result while its page is not on top', () => {
  let arrived: string[];

  beforeEach(async () => {
    await given(fakeAttempt('awaiting', { id: 'a' }), fakeAttempt('unresolved', { id: 'old' }));
    arrived = [];
    news.onArrival((id) => arrived.push(id));
  });

  const end = (): void => {
    attempts.apply('a', { type: 'watchEnded', at: 1 });
  };

  test('is news: from now on it is for staff to see to', () => {
    end();
    expect(news.current()).toMatchObject({ id: 'a', state: 'unresolved' });
    expect(arrived).toEqual(['a']);
  });

  test('is told by its own page where that is on top', () => {
    news.setOnTop('a');
    end();
    expect(news.current()).toBeNull();
  });

  test('gives way to a late result, which is told once more', () => {
    end();
    decide('a');
    expect(news.current()).toMatchObject({ id: 'a', state: 'collected' });
    expect(arrived).toEqual(['a', 'a']);
    news.dismiss();
    expect(news.current()).toBeNull();
  });

  test('one that had ended before the start is no news', () => {
    expect(news.current()).toBeNull();
  });
});

test('what becomes known of an unread result is told to the strip', async () => {
  await given(fakeAttempt('unknown', { id: 'a' }));
  attempts.apply('a', { type: 'evidence', proof: 'thirdPartyQuery', billComplete: null, at: 1 });
  let told = 0;
  news.subscribe(() => (told += 1));
  attempts.apply('a', { type: 'billStateRead', billComplete: false, at: 2 });
  expect(told).toBe(1);
  expect(news.current()?.billComplete).toBe(false);
});

test('a page that leaves late does not take the place of the one that came', async () => {
  await given(fakeAttempt('unknown', { id: 'a' }), fakeAttempt('unknown', { id: 'b' }));
  news.setOnTop('a');
  news.setOnTop('b');
  news.leaveTop('a');
  decide('b');
  expect(news.current()).toBeNull();
  news.leaveTop('b');
  decide('a');
  expect(news.current()?.id).toBe('a');
});
