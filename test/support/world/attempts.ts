import {
  type Attempt,
  type AttemptState,
  type BillReading,
  prepareAttempt,
} from '../../../miniprogram/core/attempt';
import { parseBillNumber } from '../../../miniprogram/core/bill';
import { type Fen, fen } from '../../../miniprogram/core/money';
import { applyEvent, type AttemptEvent } from '../../../miniprogram/core/transitions';
import type { Verdict } from '../../../miniprogram/core/verdict';

/** 2026-11-22 08:00:00 UTC, the moment at which most tests begin. */
export const START = Date.UTC(2026, 10, 22, 8);
export const SERVER = 'https://pos.example.com';
export const BILL = parseBillNumber('XS20261122001');

export const STATES: readonly AttemptState[] = [
  'prepared',
  'submitted',
  'awaiting',
  'unknown',
  'unresolved',
  'collected',
  'declined',
  'rejected',
  'staffPaid',
  'staffNotPaid',
  'conflict',
];

/** A reading; `due` and `collected` in fen, left out for a receipt that was not read. */
export function reading(
  sentAt: number,
  payState: string | null,
  figures?: readonly [due: number, collected: number],
): BillReading {
  if (figures === undefined) return { sentAt, payState, figures: null };
  return { sentAt, payState, figures: { due: fen(figures[0]), collected: fen(figures[1]) } };
}

export interface AttemptOverrides {
  readonly id?: string;
  readonly bill?: string;
  readonly amount?: number;
  readonly server?: string;
  readonly baseline?: BillReading;
  readonly at?: number;
}

export function prepared(overrides: AttemptOverrides = {}): Attempt {
  const at = overrides.at ?? START;
  return prepareAttempt(
    {
      id: overrides.id ?? 'a1',
      server: overrides.server ?? SERVER,
      user: '1001',
      bill: parseBillNumber(overrides.bill ?? BILL),
      amount: fen(overrides.amount ?? 2800) satisfies Fen,
      maskedCode: '13**************89',
      baseline: overrides.baseline ?? reading(at, '1', [2800, 0]),
    },
    at,
  );
}

export const verdicts = {
  collected: { kind: 'collected', billComplete: true, paymentNumber: '77' },
  awaiting: { kind: 'awaiting', paymentNumber: '77' },
  declined: { kind: 'declined', message: '余额不足' },
  rejected: { kind: 'rejected', reason: 'refusedByServer', message: '' },
  unknown: { kind: 'unknown', reason: 'serverError' },
} as const satisfies Record<Verdict['kind'], Verdict>;

export function answer(verdict: Verdict, at: number): AttemptEvent {
  return { type: 'answer', verdict, at };
}

const staff = { by: '1001', note: '客人出示账单' } as const;

/** The events that lead from prepared to each state. */
const ROUTES: Readonly<Record<AttemptState, (at: number) => readonly AttemptEvent[]>> = {
  prepared: () => [],
  submitted: (at) => [{ type: 'submit', at }],
  awaiting: (at) => [{ type: 'submit', at }, answer(verdicts.awaiting, at)],
  unknown: (at) => [{ type: 'submit', at }, answer(verdicts.unknown, at)],
  unresolved: (at) => [
    { type: 'submit', at },
    { type: 'watchEnded', at },
  ],
  collected: (at) => [{ type: 'submit', at }, answer(verdicts.collected, at)],
  declined: (at) => [{ type: 'submit', at }, answer(verdicts.declined, at)],
  rejected: (at) => [{ type: 'submit', at }, answer(verdicts.rejected, at)],
  staffPaid: (at) => [
    { type: 'submit', at },
    { type: 'staffPaid', ...staff, at },
  ],
  staffNotPaid: (at) => [
    { type: 'submit', at },
    { type: 'staffNotPaid', ...staff, at },
  ],
  conflict: (at) => [
    { type: 'submit', at },
    answer(verdicts.declined, at),
    { type: 'recheck', result: 'moved', at },
  ],
};

/** An attempt that came to a state by the events that lead there. */
export function inState(state: AttemptState, overrides: AttemptOverrides = {}): Attempt {
  const start = prepared(overrides);
  return ROUTES[state](start.preparedAt).reduce(applyEvent, start);
}
