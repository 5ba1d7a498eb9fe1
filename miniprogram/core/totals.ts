import type { Attempt } from './attempt';
import { addFen, fen, type Fen } from './money';

/** A number of payments and what they come to. */
export interface Total {
  readonly count: number;
  readonly amount: Fen;
}

/** Collected money by what says so. Never added up into one figure: they are not equally sure. */
export interface Totals {
  /** 系统确认: the server's own answer, at once or late. */
  readonly byAnswer: Total;
  /** 按单据状态: the bill's state or its receipt, which cash or another till could have moved. */
  readonly byBillState: Total;
  /** 人工确认: a person's word. */
  readonly byStaff: Total;
}

const NONE: Total = { count: 0, amount: fen(0) };

export function totalsOf(attempts: readonly Attempt[]): Totals {
  let totals: Totals = { byAnswer: NONE, byBillState: NONE, byStaff: NONE };
  for (const attempt of attempts) {
    const kind = collectedBy(attempt);
    if (kind !== null) totals = { ...totals, [kind]: plus(totals[kind], attempt.amount) };
  }
  return totals;
}

/**
 * What was collected since a moment: a shift (`shift.ts`), for example.
 * Counted by when the code was scanned.
 *
 * @param since ms since 1970
 */
export function totalsSince(attempts: readonly Attempt[], since: number): Totals {
  return totalsOf(attempts.filter(({ preparedAt }) => preparedAt >= since));
}

/** By whose word the attempt's money counts as collected; null when it does not. */
export function collectedBy({ state, proof }: Attempt): keyof Totals | null {
  if (state === 'staffPaid') return 'byStaff';
  if (state !== 'collected') return null;
  return proof === 'billState' || proof === 'receiptGrowth' ? 'byBillState' : 'byAnswer';
}

function plus(total: Total, amount: Fen): Total {
  return { count: total.count + 1, amount: addFen(total.amount, amount) };
}
