import { explore } from './explore/explore';

/** A few events in a row are enough here; `npm run faults:explore` goes further. */
const DEEPEST = 7;

test.each([
  ['the whole bill', 2_000],
  ['a part of the bill', 5_000],
] as const)(
  'every order of the first events breaks no rule: %s',
  async (_, due) => {
    const found = await explore(due, DEEPEST);
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
