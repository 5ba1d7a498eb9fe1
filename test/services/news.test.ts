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
  attempts.apply('a', { type: 'watchEnded', at: 1 });
  expect(news.current()).toBeNull();
});
