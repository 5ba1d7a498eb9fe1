import path from 'node:path';
import type { Explored } from './explore/explore';
import type { Share } from './explore/worker';
import { COMPILED, compile } from './run/build';
import { inWorker } from './run/in-worker';

/** A few events in a row are enough here; `npm run faults:explore` goes further. */
const DEEPEST = 7;

let script: string;

// Compiled and outside of jest's own world of globals it takes a fraction of the time.
beforeAll(async () => {
  script = await compile('explore/worker', path.join(COMPILED, 'test'));
});

test.each([
  ['the whole bill', 2_000],
  ['a part of the bill', 5_000],
] as const)(
  'every order of the first events breaks no rule: %s',
  async (_, due) => {
    const share: Share = { due, deepest: DEEPEST };
    const found = await inWorker<Explored>(script, share);
    expect(found.broken).toEqual([]);
    expect(found.situations).toBeGreaterThan(3_000);
    expect([...found.states].sort()).toEqual([
      'awaiting',
      'collected',
      'conflict',
      'declined',
      'rejected',
      'staffNotPaid',
      'staffPaid',
      'submitted',
      'unknown',
      'unresolved',
    ]);
  },
  60_000,
);
