import type { Recheck } from '../../miniprogram/core/attempt';
import { nextRecheckAt, RECHECK_WINDOW } from '../../miniprogram/core/recheck';
import { START } from '../support/world/attempts';

const DELAY = 5_000;

test.each<[string, Recheck | null, number, number | null, number, number | null]>([
  ['not read yet: at once', 'pending', 0, null, 0, 0],
  ['read once, unmoved: again after 5 s', 'unmoved', 1, 100, 200, 5_100],
  ['read twice, unmoved: enough', 'unmoved', 2, 5_100, 5_200, null],
  ['unmoved, the second read failed: again', 'unmoved', 1, 5_100, 5_200, 10_100],
  ['read once, unreadable: again', 'unreadable', 0, 100, 200, 5_100],
  ['read twice, unreadable: until it can be read', 'unreadable', 1, 5_100, 5_200, 10_100],
  ['read often, unreadable', 'unreadable', 9, 200_000, 200_100, 205_000],
  ['on its way', 'pending', 0, 100, 200, 5_100],
  ['unmoved in an earlier run of the app: the second read', 'unmoved', 0, null, 30_000, 5_000],
  ['unmoved in an earlier run, long ago: enough', 'unmoved', 0, null, RECHECK_WINDOW + 1, null],
  ['unreadable in an earlier run: at once, however long ago', 'unreadable', 0, null, 86_400_000, 0],
])('%s', (_name, recheck, answered, lastSentAfter, nowAfter, after) => {
  const lastSentAt = lastSentAfter === null ? null : START + lastSentAfter;
  const progress = { answered, lastSentAt };
  const due = nextRecheckAt(START, recheck, progress, START + nowAfter, DELAY);
  expect(due === null ? null : due - START).toBe(after);
});
