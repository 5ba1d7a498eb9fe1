/** A rule that was broken. */
export interface Violation {
  /** Which invariant, in a few words. */
  readonly rule: string;
  readonly text: string;
  /** True time, ms since 1970. */
  readonly at: number;
}

/** What the rules accept although it is not pleasant: counted, so that it can be told. */
export type Residual =
  /** 按单据状态: the bill says so, but cash or another till paid. */
  | 'byBillButPaidElsewhere'
  /** Declined, the bill seen unmoved, and the money came all the same (delivered twice). */
  | 'declinedButCharged'
  /** "Stale timestamp" for the second of two deliveries; the first was charged. */
  | 'staleClockButCharged'
  /** The app forgets codes when it is killed: one scanned again then goes out again. */
  | 'codeAgainAfterKill'
  /** Charged although an earlier attempt's money came or may come; its record was cleared or damaged. */
  | 'chargedAfterClearing'
  /** A new charge on a bill of which the rules allow it, though older money was on its way. */
  | 'secondChargeAllowedByRules'
  /** Staff said "paid" of money that never came. */
  | 'staffPaidButNotCharged'
  /** Staff said "not paid" of money that had come or came later. */
  | 'staffNotPaidButCharged';

export class Verdicts {
  readonly violations: Violation[] = [];
  readonly residuals = new Map<Residual, number>();

  constructor(private readonly now: () => number) {}

  add(rule: string, text: string): void {
    this.violations.push({ rule, text, at: this.now() });
  }

  count(residual: Residual): void {
    this.residuals.set(residual, (this.residuals.get(residual) ?? 0) + 1);
  }
}
