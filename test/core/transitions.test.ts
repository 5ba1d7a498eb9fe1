import fc from 'fast-check';
import type { Attempt, AttemptState } from '../../miniprogram/core/attempt';
import { IllegalTransitionError } from '../../miniprogram/core/errors/illegal-transition-error';
import { ALLOWED, applyEvent, type AttemptEvent } from '../../miniprogram/core/transitions';
import { answer, inState, prepared, START, STATES, verdicts } from '../support/world/attempts';
import { thrownBy } from '../support/world/thrown';

/** Written by hand after docs/payment-safety.md, "States of an attempt", and not taken from the code. */
const byStaff: readonly AttemptState[] = ['staffPaid', 'staffNotPaid'];
const TABLE: Readonly<Record<AttemptState, readonly AttemptState[]>> = {
  prepared: ['submitted', 'rejected'],
  submitted: ['awaiting', 'unknown', 'unresolved', 'collected', 'declined', 'rejected', ...byStaff],
  awaiting: ['collected', 'declined', 'unresolved', ...byStaff],
  unknown: ['awaiting', 'declined', 'rejected', 'collected', 'unresolved', ...byStaff],
  unresolved: ['collected', ...byStaff],
  collected: [],
  declined: ['conflict'],
  rejected: ['conflict'],
  staffPaid: ['collected'],
  staffNotPaid: ['conflict'],
  conflict: [],
};

const LATER = START + 5_000;
const staff = { by: '1002', note: '客人账单显示已付' };

/** Every event that can happen to an attempt after it was made, but for submit and abandon. */
const EVENTS: Readonly<Record<string, AttemptEvent>> = {
  restart: { type: 'restart', at: LATER },
  collected: answer(verdicts.collected, LATER),
  awaiting: answer(verdicts.awaiting, LATER),
  declined: answer(verdicts.declined, LATER),
  rejected: answer(verdicts.rejected, LATER),
  unknown: answer(verdicts.unknown, LATER),
  billState: { type: 'evidence', proof: 'billState', billComplete: true, at: LATER },
  growth: { type: 'evidence', proof: 'receiptGrowth', billComplete: false, at: LATER },
  query: { type: 'evidence', proof: 'thirdPartyQuery', billComplete: null, at: LATER },
  watchEnded: { type: 'watchEnded', at: LATER },
  unmoved: { type: 'recheck', result: 'unmoved', at: LATER },
  unreadable: { type: 'recheck', result: 'unreadable', at: LATER },
  moved: { type: 'recheck', result: 'moved', at: LATER },
  complete: { type: 'billStateRead', billComplete: true, at: LATER },
  staffPaid: { type: 'staffPaid', ...staff, at: LATER },
  staffNotPaid: { type: 'staffNotPaid', ...staff, at: LATER },
  acknowledge: { type: 'acknowledge', at: LATER },
};
const MONEY = ['collected', 'billState', 'growth', 'query'];

/** Where each event takes a state; a state or event not named here stays where it is. */
const MOVES: Readonly<Record<AttemptState, Readonly<Record<string, AttemptState>>>> = {
  prepared: { restart: 'rejected' },
  submitted: {
    restart: 'unknown',
    awaiting: 'awaiting',
    declined: 'declined',
    rejected: 'rejected',
    unknown: 'unknown',
    watchEnded: 'unresolved',
    staffPaid: 'staffPaid',
    staffNotPaid: 'staffNotPaid',
    ...moneyTo('collected'),
  },
  awaiting: {
    declined: 'declined',
    watchEnded: 'unresolved',
    staffPaid: 'staffPaid',
    staffNotPaid: 'staffNotPaid',
    ...moneyTo('collected'),
  },
  unknown: {
    awaiting: 'awaiting',
    declined: 'declined',
    rejected: 'rejected',
    watchEnded: 'unresolved',
    staffPaid: 'staffPaid',
    staffNotPaid: 'staffNotPaid',
    ...moneyTo('collected'),
  },
  unresolved: { staffPaid: 'staffPaid', staffNotPaid: 'staffNotPaid', ...moneyTo('collected') },
  collected: {},
  declined: { moved: 'conflict', ...moneyTo('conflict') },
  rejected: moneyTo('conflict'),
  staffPaid: moneyTo('collected'),
  staffNotPaid: moneyTo('conflict'),
  conflict: {},
};

function moneyTo(state: AttemptState): Record<string, AttemptState> {
  return Object.fromEntries(MONEY.map((name) => [name, state]));
}

test('ALLOWED is the table', () => {
  expect(Object.keys(ALLOWED).sort()).toEqual(Object.keys(TABLE).sort());
  for (const state of STATES) expect(new Set(ALLOWED[state])).toEqual(new Set(TABLE[state]));
});

describe.each(STATES)('from %s', (state) => {
  test.each(Object.keys(EVENTS))('%s', (name) => {
    const event = EVENTS[name];
    if (event === undefined) throw new Error(name);
    const before = inState(state);
    const after = applyEvent(before, event);
    const expected = MOVES[state][name] ?? state;
    expect(after.state).toBe(expected);
    if (expected === state) {
      expect(after.history).toEqual(before.history);
      expect(after.stateAt).toBe(before.stateAt);
    } else {
      expect(after.stateAt).toBe(LATER);
      expect(after.history.slice(0, -1)).toEqual(before.history);
      expect(after.history.at(-1)).toMatchObject({ to: expected, at: LATER });
    }
  });
});

describe.each(STATES.filter((state) => state !== 'prepared'))('%s', (state) => {
  test.each(['submit', 'abandon'] as const)('may not %s: it is a mistake of ours', (type) => {
    const error = thrownBy(() => applyEvent(inState(state), { type, at: LATER }));
    expect(error).toBeInstanceOf(IllegalTransitionError);
    expect(error).toMatchObject({ from: state });
  });
});

describe('what an event leaves behind', () => {
  const end = (state: AttemptState, ...names: string[]): Attempt =>
    names.reduce((attempt, name) => {
      const event = EVENTS[name];
      if (event === undefined) throw new Error(name);
      return applyEvent(attempt, event);
    }, inState(state));

  test('submit remembers when', () => {
    expect(applyEvent(prepared(), { type: 'submit', at: LATER }).submittedAt).toBe(LATER);
  });

  test('what was never sent says so', () => {
    const sent = { state: 'rejected', rejectedReason: 'notSent', submittedAt: null };
    expect(applyEvent(prepared(), { type: 'abandon', at: LATER })).toMatchObject(sent);
    expect(end('prepared', 'restart')).toMatchObject(sent);
  });

  test.each([
    ['submitted', ['collected'], { proof: 'answer', billComplete: true, paymentNumber: '77' }],
    ['awaiting', ['collected'], { proof: 'lateAnswer' }],
    ['unknown', ['collected'], { proof: 'lateAnswer' }],
    ['unresolved', ['collected'], { proof: 'lateAnswer' }],
    ['unknown', ['billState'], { proof: 'billState', billComplete: true }],
    ['unresolved', ['growth'], { proof: 'receiptGrowth', billComplete: false }],
    ['awaiting', ['query'], { proof: 'thirdPartyQuery', paymentNumber: '77' }],
    ['staffPaid', ['growth'], { proof: 'receiptGrowth', closing: expect.anything() as unknown }],
    ['declined', ['billState'], { proof: 'billState', message: '余额不足', acknowledgedAt: null }],
    ['declined', ['moved'], { proof: null, acknowledgedAt: null }],
    ['submitted', ['declined'], { message: '余额不足', recheck: 'pending' }],
    ['submitted', ['rejected'], { rejectedReason: 'refusedByServer' }],
    ['submitted', ['unknown'], { unknownReason: 'serverError' }],
    ['submitted', ['restart'], { unknownReason: 'interrupted' }],
    ['submitted', ['staffPaid'], { closing: { ...staff, at: LATER } }],
    ['declined', ['unreadable'], { recheck: 'unreadable' }],
    ['declined', ['unreadable', 'unmoved'], { recheck: 'unmoved' }],
    ['declined', ['unmoved', 'unreadable'], { recheck: 'unmoved' }],
    ['conflict', ['acknowledge'], { acknowledgedAt: LATER }],
    ['collected', ['complete'], { billComplete: true }],
  ] as const)('%s, %j', (state, names, facts) => {
    expect(end(state, ...names)).toMatchObject(facts);
  });

  test('MainRow tells whether the bill is complete only where the answer did not', () => {
    const verdict = { kind: 'collected', billComplete: null, paymentNumber: null } as const;
    const open = applyEvent(inState('submitted'), answer(verdict, LATER));
    const read = applyEvent(open, { type: 'billStateRead', billComplete: false, at: LATER });
    expect(read.billComplete).toBe(false);
    expect(applyEvent(read, { type: 'billStateRead', billComplete: true, at: LATER })).toBe(read);
  });

  test('the payment number of errcode 1 is kept when the late answer has none', () => {
    const verdict = { kind: 'collected', billComplete: true, paymentNumber: null } as const;
    expect(applyEvent(inState('awaiting'), answer(verdict, LATER)).paymentNumber).toBe('77');
  });
});

describe('for random sequences of events', () => {
  const event: fc.Arbitrary<AttemptEvent> = fc.oneof(
    fc.constantFrom(...Object.values(EVENTS)),
    fc.constantFrom<AttemptEvent>({ type: 'submit', at: LATER }, { type: 'abandon', at: LATER }),
  );
  const SETTLED: readonly AttemptState[] = STATES.filter(
    (state) =>
      !TABLE[state].includes('unresolved') && state !== 'prepared' && state !== 'unresolved',
  );

  test('every step is in the table, submit happens once, nothing claims what did not happen', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        let attempt = prepared();
        let submits = 0;
        let money = false;
        for (const each of [{ type: 'submit', at: START } as const, ...events]) {
          const before = attempt;
          const frozen = JSON.stringify(before);
          try {
            attempt = applyEvent(before, each);
          } catch (error) {
            expect(error).toBeInstanceOf(IllegalTransitionError);
            expect(['submit', 'abandon']).toContain(each.type);
            continue;
          }
          if (each.type === 'submit') submits += 1;
          money ||=
            each.type === 'evidence' ||
            (each.type === 'answer' && each.verdict.kind === 'collected');
          expect(JSON.stringify(before)).toBe(frozen);
          if (attempt.state !== before.state) expect(TABLE[before.state]).toContain(attempt.state);
          if (SETTLED.includes(before.state)) {
            expect([before.state, 'conflict', 'collected']).toContain(attempt.state);
          }
          expect(attempt.state !== 'collected' || money).toBe(true);
          expect(attempt.history.at(-1)?.to).toBe(attempt.state);
          expect(attempt).toMatchObject({ id: 'a1', amount: 2800, submittedAt: START });
        }
        expect(submits).toBe(1);
      }),
    );
  });

  test('a second copy of an answer changes nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STATES),
        fc.constantFrom(...Object.values(EVENTS)),
        (state, each) => {
          const once = applyEvent(inState(state), each);
          const twice = applyEvent(once, each);
          expect(twice.state).toBe(once.state);
        },
      ),
    );
  });
});
