import fc from 'fast-check';
import { settings } from '../../miniprogram/config/settings';
import {
  type AskingProgress,
  nextQueryAt,
  type Waiting,
  watchHasEnded,
  type WatchPolicy,
} from '../../miniprogram/core/watch';
import { START } from '../support/world/attempts';

const POLICY: WatchPolicy = {
  firstQueryAfterSending: 8_000,
  paces: [
    { from: 0, pause: 5_000 },
    { from: 4_000, pause: 2_000 },
    { from: 20_000, pause: 6_000 },
  ],
  jitter: 0.2,
  minimumWatch: 60_000,
  unresolvedInterval: 60_000,
  unresolvedFor: 600_000,
};
const MIDDLE = 0.5; // no stretch

const waiting = (state: Waiting['state'], stateAfter: number): Waiting => ({
  state,
  submittedAt: START,
  stateAt: START + stateAfter,
});
const asked = (queries: number, lastSentAfter: number): AskingProgress => ({
  queries,
  lastSentAt: START + lastSentAfter,
});
const NOT_ASKED: AskingProgress = { queries: 0, lastSentAt: null };

describe('watchHasEnded', () => {
  test.each([
    [59_999, false],
    [60_000, true],
    [1_800_000, true],
    [0, false],
    [-600_000, false],
  ])('an answered query sent %i ms after the call: %s', (after, ended) => {
    expect(watchHasEnded(START, START + after, POLICY)).toBe(ended);
  });
});

describe('nextQueryAt', () => {
  test.each<[string, Waiting, AskingProgress, number | null]>([
    ['open call: after 8 s', waiting('submitted', 0), NOT_ASKED, 8_000],
    ['errcode 1: at once', waiting('awaiting', 3_000), NOT_ASKED, 3_000],
    ['no trustworthy answer: at once', waiting('unknown', 45_000), NOT_ASKED, 45_000],
    ['second query: first pace', waiting('awaiting', 3_000), asked(1, 3_000), 8_000],
    ['just before the next pace', waiting('awaiting', 3_000), asked(1, 6_999), 11_999],
    ['from there on, the next pace', waiting('awaiting', 3_000), asked(2, 7_000), 9_000],
    ['the last pace lasts', waiting('unknown', 3_000), asked(30, 50_000), 56_000],
    ['many queries, early: the pace of the time', waiting('awaiting', 0), asked(9, 6_000), 8_000],
    ['few queries, late: the pace of the time', waiting('awaiting', 0), asked(1, 30_000), 36_000],
    ['open call, asked already', waiting('submitted', 0), asked(1, 8_000), 10_000],
    ['errcode 1 after a query: first pace', waiting('awaiting', 9_000), asked(1, 8_000), 13_000],
    ['unresolved: a minute later', waiting('unresolved', 61_000), asked(9, 60_500), 120_500],
    ['unresolved, not asked in this run', waiting('unresolved', 61_000), NOT_ASKED, 121_000],
    ['unresolved: for ten minutes', waiting('unresolved', 61_000), asked(18, 601_000), 661_000],
    ['unresolved: then on demand', waiting('unresolved', 61_000), asked(19, 601_001), null],
  ])('%s', (_name, state, progress, after) => {
    const due = nextQueryAt(state, progress, POLICY, MIDDLE);
    expect(due === null ? null : due - START).toBe(after);
  });

  test('every pause is stretched or shrunk by at most the jitter', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(random, fc.integer({ min: 0, max: 60_000 }), (drawn, lastSentAfter) => {
        const progress = asked(3, lastSentAfter);
        const plain = nextQueryAt(waiting('awaiting', 0), progress, POLICY, MIDDLE) ?? 0;
        const due = nextQueryAt(waiting('awaiting', 0), progress, POLICY, drawn) ?? 0;
        const pause = plain - START - lastSentAfter;
        expect(due - START - lastSentAfter).toBeGreaterThanOrEqual(pause * 0.8);
        expect(due - START - lastSentAfter).toBeLessThanOrEqual(pause * 1.2);
      }),
    );
    expect(nextQueryAt(waiting('awaiting', 0), asked(1, 0), POLICY, 0)).toBe(START + 4_000);
    expect(nextQueryAt(waiting('awaiting', 0), asked(1, 0), POLICY, 0.999999)).toBeCloseTo(
      START + 6_000,
      0,
    );
  });

  test('paces that do not start at 0 are a mistake', () => {
    const policy = { ...POLICY, paces: [{ from: 1_000, pause: 2_000 }] };
    expect(() => nextQueryAt(waiting('awaiting', 0), asked(1, 0), policy, MIDDLE)).toThrow(
      RangeError,
    );
  });
});

test('the policy in use keeps the rules: 8 s, ≥ 60 s, every 60 s for ten minutes', () => {
  expect(settings.watch).toMatchObject({
    firstQueryAfterSending: 8_000,
    unresolvedInterval: 60_000,
    unresolvedFor: 600_000,
  });
  expect(settings.watch.minimumWatch).toBeGreaterThanOrEqual(60_000);
  const { paces, jitter } = settings.watch;
  const starts = paces.map(({ from }) => from);
  expect(starts[0]).toBe(0);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  const pauses = paces.map(({ pause }) => pause);
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(2_000);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(6_000);
  expect(jitter).toBeGreaterThanOrEqual(0.1);
  expect(settings).toMatchObject({
    baselineMaxAge: 10_000,
    recheckDelay: 5_000,
  });
  expect(settings.barcodeTimeout).toBeGreaterThanOrEqual(30_000);
  expect(settings.barcodeTimeout).toBeLessThanOrEqual(60_000);
});
