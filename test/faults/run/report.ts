import { FAULT_KINDS } from '../model/fault-kinds';
import { yuan } from '../model/bills';
import type { Totals } from './totals';

/** What the rules accept, in words. */
const RESIDUALS: Readonly<Record<string, string>> = {
  byBillButPaidElsewhere: '按单据状态 collected, and cash or another till had paid',
  declinedButCharged: 'declined and seen unmoved, charged later (the POST was delivered twice)',
  staleClockButCharged: 'second delivery refused for its clock, first delivery charged',
  codeAgainAfterKill: 'a code scanned again after the app was killed went out again',
  chargedAfterClearing: 'charged again after the storage was cleared or damaged (fresh read done)',
  secondChargeAllowedByRules: 'a second charge while money of the two cases above was on its way',
  staffPaidButNotCharged: 'staff confirmed a payment that never came',
  staffNotPaidButCharged: 'staff confirmed "not paid" of money that came, and no evidence showed',
};

/** The whole report of a run as text. */
export function report(totals: Totals, seconds: number): string {
  const { money } = totals;
  const shown = money.bySystem + money.byBill + money.byStaff;
  const lines = [
    `seeds ${totals.seeds}, payments ${totals.payments}, POSTs ${totals.posts}, queries ${totals.queries}, steps checked ${totals.steps}`,
    `${seconds.toFixed(1)} s: ${rate(totals.seeds, seconds)} seeds/s, ${rate(totals.payments, seconds)} payments/s`,
    '',
    'faults injected',
    ...columns(FAULT_KINDS.map((kind) => [kind, totals.injected[kind] ?? 0])),
    '',
    'staff were told why not',
    ...columns(Object.entries(totals.refusals).sort()),
    '',
    'money really charged by the phones, and where the app shows it (yuan)',
    ...table([
      ['charged', money.charged],
      ['= 系统确认 (the server’s own answer)', money.bySystem],
      ['+ 按单据状态', money.byBill],
      ['+ 人工确认', money.byStaff],
      ['+ 结果未知, visibly unresolved', money.unresolved],
      ['+ shown as a conflict', money.conflict],
      ['+ staff said "not paid"', money.staffSaidNotPaid],
      ['+ residual risk (below)', money.residual],
      ['+ storage cleared or damaged', money.forgotten],
    ]),
    `shown as collected: ${yuan(shown)}; difference unexplained: ${yuan(unexplained(totals))}`,
    '',
    'accepted by the rules (counted, not violations)',
    ...Object.entries(RESIDUALS).map(
      ([name, words]) => `  ${String(totals.residuals[name] ?? 0).padStart(7)}  ${words}`,
    ),
    '',
    `violations: ${totals.failures.length}`,
    ...totals.failures
      .slice(0, 20)
      .map(({ seed, violation }) => `  seed ${seed}: ${violation.rule}: ${violation.text}`),
  ];
  const [first] = totals.failures;
  if (first !== undefined) lines.push(`replay: npm run faults -- --seed ${first.seed} --trace`);
  return lines.join('\n');
}

/** Money that was charged and that the app shows nowhere: must be 0. */
export function unexplained({ money }: Totals): number {
  const { charged, ...places } = money;
  return Object.values(places).reduce((left, fen) => left - fen, charged);
}

function rate(count: number, seconds: number): string {
  return (count / Math.max(seconds, 0.001)).toFixed(0);
}

function columns(counts: readonly (readonly [string, number])[]): string[] {
  const cells = counts.map(([name, count]) => `${name.padEnd(28)}${String(count).padStart(8)}`);
  const rows: string[] = [];
  for (let i = 0; i < cells.length; i += 3) rows.push(`  ${cells.slice(i, i + 3).join('   ')}`);
  return rows;
}

function table(rows: readonly (readonly [string, number])[]): string[] {
  return rows.map(([name, fen]) => `  ${yuan(fen).padStart(18)}  ${name}`);
}
