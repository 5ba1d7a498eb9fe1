import type { Attempt, AttemptState, Proof } from './attempt';
import { writeCsv } from './csv';
import { formatYuan } from './money';
import { formatDateTime } from './time';
import { collectedBy, type Totals } from './totals';
import type { RejectedReason, UnknownReason } from './verdict';

/** The words of the table: headings by column, in the order of the columns, and what cells say. */
export interface RecordsCsvWords {
  readonly columns: Readonly<Record<RecordsColumn, string>>;
  readonly states: Readonly<Record<AttemptState, string>>;
  readonly collectedBy: Readonly<Record<keyof Totals, string>>;
  readonly proofs: Readonly<Record<Proof, string>>;
  readonly rejected: Readonly<Record<RejectedReason, string>>;
  readonly unknown: Readonly<Record<UnknownReason, string>>;
  readonly yes: string;
  readonly no: string;
}

/** What an accountant needs of an attempt; nothing secret is in an attempt. */
export type RecordsColumn =
  | 'bill'
  | 'amount'
  | 'state'
  | 'by'
  | 'proof'
  | 'billComplete'
  | 'paymentNumber'
  | 'code'
  | 'user'
  | 'preparedAt'
  | 'submittedAt'
  | 'stateAt'
  | 'closedBy'
  | 'closedAt'
  | 'closingNote'
  | 'acknowledgedAt'
  | 'reason'
  | 'dueBefore'
  | 'collectedBefore'
  | 'server'
  | 'id';

type Cells = Readonly<Record<RecordsColumn, string>>;

/** Attempts as a table, one a line, the oldest first. Amounts in yuan with two decimals. */
export function recordsCsv(attempts: readonly Attempt[], words: RecordsCsvWords): string {
  const columns = Object.keys(words.columns) as RecordsColumn[];
  const oldestFirst = Array.from(attempts).sort((a, b) => a.preparedAt - b.preparedAt);
  const rows = oldestFirst.map((attempt) => {
    const cells = cellsOf(attempt, words);
    return columns.map((column) => cells[column]);
  });
  return writeCsv([columns.map((column) => words.columns[column]), ...rows]);
}

function cellsOf(attempt: Attempt, words: RecordsCsvWords): Cells {
  const { baseline, billComplete, closing, proof } = attempt;
  const by = collectedBy(attempt);
  return {
    bill: attempt.bill,
    amount: formatYuan(attempt.amount),
    state: words.states[attempt.state],
    by: by === null ? '' : words.collectedBy[by],
    proof: proof === null ? '' : words.proofs[proof],
    billComplete: billComplete === null ? '' : billComplete ? words.yes : words.no,
    paymentNumber: attempt.paymentNumber ?? '',
    code: attempt.maskedCode,
    user: attempt.user,
    preparedAt: time(attempt.preparedAt),
    submittedAt: time(attempt.submittedAt),
    stateAt: time(attempt.stateAt),
    closedBy: closing?.by ?? '',
    closedAt: time(closing?.at ?? null),
    closingNote: closing?.note ?? '',
    acknowledgedAt: time(attempt.acknowledgedAt),
    reason: reason(attempt, words),
    dueBefore: baseline.figures === null ? '' : formatYuan(baseline.figures.due),
    collectedBefore: baseline.figures === null ? '' : formatYuan(baseline.figures.collected),
    server: attempt.server,
    id: attempt.id,
  };
}

/** The server's own words, else why we say so. */
function reason(attempt: Attempt, words: RecordsCsvWords): string {
  const { message, rejectedReason, unknownReason } = attempt;
  if (message !== '') return message;
  if (rejectedReason !== null) return words.rejected[rejectedReason];
  return unknownReason === null ? '' : words.unknown[unknownReason];
}

function time(at: number | null): string {
  return at === null ? '' : formatDateTime(at);
}
