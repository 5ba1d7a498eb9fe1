import type { Recheck } from '../../miniprogram/core/attempt';
import { nextRecheckAt } from '../../miniprogram/core/recheck';
import { START } from '../support/world/attempts';

const DELAY = 5_000;

test.each<[string, Recheck | null, number, number | null, number | null]>([
  ['not read yet: at once', 'pending', 0, null, 0],
  ['read once, unmoved: again after 5 s', 'unmoved', 1, 100, 5_100],
  ['read twice, unmoved: enough', 'unmoved', 2, 5_100, null],
  ['read once, unreadable: again', 'unreadable', 1, 100, 5_100],
  ['read twice, unreadable: until it can be read', 'unreadable', 2, 5_100, 10_100],
  ['read often, unreadable', 'unreadable', 40, 200_000, 205_000],
  ['on its way', 'pending', 1, 100, 5_100],
  ['unmoved in an earlier run of the app: enough', 'unmoved', 0, null, null],
  ['unreadable in an earlier run: at once', 'unreadable', 0, null, 0],
])('%s', (_name, recheck, queries, lastSentAfter, after) => {
  const lastSentAt = lastSentAfter === null ? null : START + lastSentAfter;
  const due = nextRecheckAt(START, recheck, { queries, lastSentAt }, DELAY);
  expect(due === null ? null : due - START).toBe(after);
});
