import {
  type AttemptState,
  blocksBill,
  isProvedFailure,
  isUndecided,
  isWatched,
  remainingAt,
} from '../../miniprogram/core/attempt';
import { applyEvent } from '../../miniprogram/core/transitions';
import { inState, prepared, reading, START, STATES } from '../support/world/attempts';

test('a new attempt has sent nothing and claims nothing', () => {
  expect(prepared()).toMatchObject({
    state: 'prepared',
    preparedAt: START,
    stateAt: START,
    submittedAt: null,
    proof: null,
    billComplete: null,
    paymentNumber: null,
    message: '',
    closing: null,
    history: [{ to: 'prepared', at: START, cause: 'prepared' }],
  });
});

test.each<[AttemptState, undecided: boolean, watched: boolean, blocks: boolean]>([
  ['prepared', false, false, true],
  ['submitted', true, true, true],
  ['awaiting', true, true, true],
  ['unknown', true, true, true],
  ['unresolved', true, false, true],
  ['collected', false, false, false],
  ['declined', false, false, true], // until its bill was seen unmoved
  ['rejected', false, false, false],
  ['staffPaid', false, false, false],
  ['staffNotPaid', false, false, false],
  ['conflict', false, false, true], // until a person acknowledges it
])('%s: undecided %s, watched %s, blocks its bill %s', (state, undecided, watched, blocks) => {
  const attempt = inState(state);
  expect(isUndecided(attempt)).toBe(undecided);
  expect(isWatched(attempt)).toBe(watched);
  expect(blocksBill(attempt)).toBe(blocks);
});

test('the table above names every state', () => {
  expect(new Set(STATES.map((state) => inState(state).state)).size).toBe(11);
});

test.each([
  ['unmoved', false],
  ['unreadable', true],
  ['moved', true],
] as const)('a declined attempt whose bill was found %s blocks it: %s', (result, blocks) => {
  const attempt = applyEvent(inState('declined'), { type: 'recheck', result, at: START + 1 });
  expect(blocksBill(attempt)).toBe(blocks);
});

test.each(STATES)('%s: a proved failure only when it was refused', (state) => {
  expect(isProvedFailure(inState(state))).toBe(state === 'rejected');
});

test.each([
  ['unmoved', true],
  ['unreadable', false],
  ['moved', false],
] as const)('declined, its bill found %s: a proved failure %s', (result, proved) => {
  const attempt = applyEvent(inState('declined'), { type: 'recheck', result, at: START + 1 });
  expect(isProvedFailure(attempt)).toBe(proved);
});

test('declined, only the state seen unmoved: no proved failure', () => {
  const stateOnly = inState('declined', { baseline: reading(START, '1') });
  const attempt = applyEvent(stateOnly, { type: 'recheck', result: 'unmoved', at: START + 1 });
  expect(isProvedFailure(attempt)).toBe(false);
});

test('an acknowledged conflict is no proved failure', () => {
  const attempt = applyEvent(inState('conflict'), { type: 'acknowledge', at: START + 1 });
  expect(isProvedFailure(attempt)).toBe(false);
});

test('an acknowledged conflict blocks no more', () => {
  const attempt = applyEvent(inState('conflict'), { type: 'acknowledge', at: START + 1 });
  expect(blocksBill(attempt)).toBe(false);
});

test.each([
  [undefined, null],
  [[2800, 0] as const, 2800],
  [[2800, 2000] as const, 800],
  [[2800, 2800] as const, 0],
  [[2800, 3000] as const, -200],
])('figures %j leave %j', (figures, left) => {
  expect(remainingAt(reading(START, '1', figures))).toBe(left);
});
