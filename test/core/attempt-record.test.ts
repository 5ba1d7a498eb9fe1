import fc from 'fast-check';
import type { Attempt } from '../../miniprogram/core/attempt';
import { decodeRecord, encodeRecord, RECORD_FORMAT } from '../../miniprogram/core/attempt-record';
import { inState, reading, START, STATES } from '../support/world/attempts';

const parse = (text: string): Record<string, unknown> =>
  JSON.parse(text) as Record<string, unknown>;

test.each(STATES)('an attempt that is %s comes back as it was written', (state) => {
  const attempt = inState(state);
  const text = encodeRecord(attempt, 7);
  expect(decodeRecord(text)).toEqual({ format: RECORD_FORMAT, sequence: 7, attempt });
});

test('so does one without figures', () => {
  const attempt = inState('unknown', { baseline: reading(START, null) });
  expect(decodeRecord(encodeRecord(attempt, 1))?.attempt).toEqual(attempt);
});

test('a record holds no full code', () => {
  expect(encodeRecord(inState('collected'), 1)).not.toMatch(/\d{18}/);
});

test('a record that is cut off anywhere is not read', () => {
  const text = encodeRecord(inState('unknown'), 1);
  for (let length = 0; length < text.length; length += 1) {
    expect(decodeRecord(text.slice(0, length))).toBeNull();
  }
});

function damaged(
  change: (attempt: Record<string, unknown>) => void,
  sequence: unknown = 1,
): string {
  const attempt = parse(JSON.stringify(inState('unknown')));
  change(attempt);
  return JSON.stringify({ format: RECORD_FORMAT, sequence, attempt });
}

test.each<[string, keyof Attempt, unknown]>([
  ['a state of no meaning', 'state', 'paid'],
  ['a state that is a name of the prototype', 'state', 'constructor'],
  ['another of those', 'state', 'toString'],
  ['no id', 'id', undefined],
  ['a fraction', 'amount', 0.5],
  ['nothing to pay', 'amount', 0],
  ['a negative amount', 'amount', -1],
  ['an amount as text', 'amount', '2800'],
  ['no baseline', 'baseline', null],
  ['a baseline of another shape', 'baseline', { sentAt: START }],
  ['figures of another shape', 'baseline', { sentAt: START, payState: '1', figures: { due: 1 } }],
  ['sent, but never submitted', 'submittedAt', null],
  ['a proof that is none', 'proof', 'hearsay'],
  ['a recheck that is none', 'recheck', 'perhaps'],
  ['billComplete as text', 'billComplete', 'true'],
  ['a closing without a name', 'closing', { at: START, note: '' }],
  ['a history that is no list', 'history', {}],
  ['a history with a gap', 'history', [null]],
  ['a history with an unknown state', 'history', [{ to: 'valueOf', at: START, cause: 'x' }]],
])('%s makes the record damaged', (_name, field, value) => {
  expect(decodeRecord(damaged(() => undefined))).not.toBeNull();
  expect(decodeRecord(damaged((attempt) => (attempt[field] = value)))).toBeNull();
});

test('collected without a proof is not believed', () => {
  const text = damaged((attempt) => (attempt['state'] = 'collected'));
  expect(decodeRecord(text)).toBeNull();
});

test.each([0, -1, 0.5, '1', null, 2 ** 60])('sequence %j is damaged', (sequence) => {
  expect(decodeRecord(damaged(() => undefined, sequence))).toBeNull();
});

test.each([0, 2, '1', null])('format %j is not known', (format) => {
  const record = parse(encodeRecord(inState('unknown'), 1));
  expect(decodeRecord(JSON.stringify({ ...record, format }))).toBeNull();
});

test('every field is needed', () => {
  const whole = inState('collected');
  for (const name of Object.keys(whole)) {
    const attempt = parse(JSON.stringify(whole));
    Reflect.deleteProperty(attempt, name);
    expect(decodeRecord(JSON.stringify({ format: 1, sequence: 1, attempt }))).toBeNull();
  }
});

test('whatever lies in storage, reading it never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (stored) => {
      expect(decodeRecord(stored)).toBeNull();
    }),
  );
});

test('one flipped character never gives an attempt in another state that was not there', () => {
  const text = encodeRecord(inState('unknown'), 1);
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom(...Array.from('{}",:x0')), (at, mark) => {
      const record = decodeRecord(text.slice(0, at) + mark + text.slice(at + 1));
      expect(record === null || record.attempt.state === 'unknown').toBe(true);
    }),
  );
});
