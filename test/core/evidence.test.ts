import type { Attempt, AttemptState, BillReading } from '../../miniprogram/core/attempt';
import { compareToBaseline, weighReading } from '../../miniprogram/core/evidence';
import { applyEvent } from '../../miniprogram/core/transitions';
import { answer, inState, reading, START, verdicts } from '../support/world/attempts';

const LATER = START + 9_000;
type Figures = readonly [number, number];

describe('weighReading without rivals', () => {
  test.each<[string, number, Figures | undefined, string, Figures | undefined, string]>([
    ['nothing moved', 2800, [2800, 0], '1', [2800, 0], 'none'],
    ['state alone, not complete', 2800, [2800, 0], '1', undefined, 'none'],
    ['complete, amount was all that remained', 2800, [2800, 0], '3', undefined, 'billState'],
    ['complete, amount was the rest', 800, [2800, 2000], '3', undefined, 'billState'],
    ['complete, but more had remained', 2000, [2800, 0], '3', undefined, 'weak'],
    ['complete, but the baseline has no figures', 2800, undefined, '3', undefined, 'weak'],
    ['complete, figures only now', 2800, undefined, '3', [2800, 2800], 'weak'],
    ['grown by exactly the amount', 2000, [2800, 0], '1', [2800, 2000], 'receiptGrowth'],
    ['grown by the amount, complete', 2800, [2800, 0], '3', [2800, 2800], 'receiptGrowth'],
    ['grown by less', 2000, [2800, 0], '1', [2800, 1999], 'weak'],
    ['grown by more', 2000, [2800, 0], '1', [2800, 2001], 'weak'],
    ['shrunk', 2000, [2800, 800], '1', [2800, 0], 'weak'],
    ['figures without growth contradict the state', 2800, [2800, 0], '3', [2800, 0], 'weak'],
    ['figures with other growth contradict it', 2800, [2800, 0], '3', [2800, 100], 'weak'],
    ['the bill itself changed, nothing paid', 2800, [2800, 0], '1', [5600, 0], 'none'],
  ])('%s: %s', (_name, amount, before, payState, now, expected) => {
    const attempt = inState('unknown', { amount, baseline: reading(START, '1', before) });
    const evidence = weighReading(attempt, reading(LATER, payState, now), [attempt]);
    expect(evidence.kind === 'strong' ? evidence.proof : evidence.kind).toBe(expected);
  });

  test('states other than "3" are not documented and prove nothing', () => {
    const attempt = inState('unknown');
    for (const payState of ['0', '2', '4', '33', ' 3', '３', '', null]) {
      expect(weighReading(attempt, reading(LATER, payState), [])).toEqual({ kind: 'none' });
    }
  });
});

describe('weighReading with another attempt on the bill', () => {
  const complete = reading(LATER, '3');
  const grown = reading(LATER, '1', [2800, 2000]);
  /** Ours began five minutes after the other one. */
  const before = START - 300_000;

  test.each<[AttemptState, 'strong' | 'weak']>([
    ['submitted', 'weak'],
    ['awaiting', 'weak'],
    ['unknown', 'weak'],
    ['unresolved', 'weak'],
    ['staffPaid', 'weak'],
    ['staffNotPaid', 'weak'],
    ['conflict', 'weak'],
    ['collected', 'strong'], // settled before our baseline was read: it is part of the baseline
    ['declined', 'strong'],
    ['rejected', 'strong'],
  ])('an older one that is %s makes it %s', (state, kind) => {
    const other = inState(state, { id: 'b', at: before });
    const all = inState('unknown', { baseline: reading(START, '1', [2800, 0]) });
    const part = inState('unknown', { amount: 2000, baseline: reading(START, '1', [2800, 0]) });
    expect(weighReading(all, complete, [all, other]).kind).toBe(kind);
    expect(weighReading(part, grown, [part, other]).kind).toBe(kind);
  });

  function collectedAt(at: number, from: AttemptState): Attempt {
    const other = inState(from, { id: 'b', at: before });
    return applyEvent(other, answer(verdicts.collected, at));
  }

  test('money of an older attempt that was only seen after our baseline could be what moved', () => {
    const attempt = inState('unknown');
    expect(weighReading(attempt, complete, [collectedAt(START + 1, 'unknown')]).kind).toBe('weak');
    expect(weighReading(attempt, complete, [collectedAt(START - 1, 'unknown')]).kind).toBe(
      'strong',
    );
  });

  test('an attempt once closed by staff stays in doubt: nobody knows when its money came', () => {
    const other = collectedAt(START - 1, 'staffPaid');
    expect(other.state).toBe('collected');
    expect(weighReading(inState('unknown'), complete, [other]).kind).toBe('weak');
  });

  test('with rivals a bill that has not moved is still none', () => {
    const other = inState('unknown', { id: 'b' });
    expect(weighReading(inState('unknown'), reading(LATER, '1'), [other])).toEqual({
      kind: 'none',
    });
  });

  test('the attempt is no rival of itself, in whatever older form it stands in the list', () => {
    expect(weighReading(inState('unknown'), complete, [inState('submitted')]).kind).toBe('strong');
  });
});

describe('compareToBaseline', () => {
  test.each<[string, BillReading, BillReading, ReturnType<typeof compareToBaseline>]>([
    ['same state, no figures', reading(START, '1'), reading(LATER, '1'), 'unmoved'],
    ['same all', reading(START, '1', [2800, 0]), reading(LATER, '1', [2800, 0]), 'unmoved'],
    ['state moved', reading(START, '1'), reading(LATER, '3'), 'moved'],
    ['state moved to another value', reading(START, '1'), reading(LATER, '2'), 'moved'],
    ['complete now, nothing said before', reading(START, null), reading(LATER, '3'), 'moved'],
    ['collected moved', reading(START, '1', [2800, 0]), reading(LATER, '1', [2800, 1]), 'moved'],
    [
      'collected moved, state not said',
      reading(START, '1', [2800, 0]),
      reading(LATER, null, [2800, 1]),
      'moved',
    ],
    ['collected fell', reading(START, '1', [2800, 5]), reading(LATER, '1', [2800, 0]), 'moved'],
    ['figures missing now', reading(START, '1', [2800, 0]), reading(LATER, '1'), 'unreadable'],
    ['figures only now', reading(START, '1'), reading(LATER, '1', [2800, 0]), 'unmoved'],
    ['state not said any more', reading(START, '1'), reading(LATER, null), 'unreadable'],
    ['state said only now', reading(START, null), reading(LATER, '1'), 'unreadable'],
    [
      'state not said, figures equal',
      reading(START, null, [2800, 0]),
      reading(LATER, null, [2800, 0]),
      'unmoved',
    ],
    ['nothing was ever said', reading(START, null), reading(LATER, null), 'unreadable'],
  ])('%s: %s', (_name, baseline, now, expected) => {
    expect(compareToBaseline(baseline, now)).toBe(expected);
  });
});
