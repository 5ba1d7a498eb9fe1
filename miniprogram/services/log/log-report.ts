import { type Attempt, isLoudConflict, isUndecided } from '../../core/attempt';
import { formatEntry, type LogEntry, numberForLog } from '../../core/log-entry';
import { displayYuan } from '../../core/money';
import { redact } from '../../core/redact';
import { formatDateTime, formatZone } from '../../core/time';
import { sentences, words } from '../../config/words';
import type { About } from '../../utils/environment';

export interface LogReportParts {
  readonly about: About;
  readonly server: string;
  /** null: nobody is signed in. */
  readonly user: string | null;
  readonly attempts: readonly Attempt[];
  readonly entries: readonly LogEntry[];
  /** ms since 1970. */
  readonly now: number;
}

/** Settled attempts older than this are left to the records, ms. */
const RECENT = 3 * 24 * 60 * 60 * 1000;

/**
 * What 导出日志 gives support: versions, the states of payments with their times, and the log.
 * Masked codes, the server's words and what staff noted stay out: support needs none of them.
 */
export function logReport(parts: LogReportParts): string {
  const { about, server, user, attempts, entries, now } = parts;
  const { log } = words;
  const told = attempts.filter(
    (attempt) => isUndecided(attempt) || isLoudConflict(attempt) || now - attempt.stateAt <= RECENT,
  );
  return [
    log.fileTitle,
    sentences.logMadeAt(formatDateTime(now), formatZone(now)),
    `version: ${redact(about.version)} ${about.environment}`,
    `server: ${redact(server)}`,
    `user: ${user === null ? '-' : redact(user)}`,
    '',
    sentences.logAttempts(told.length),
    ...told.flatMap(attemptLines),
    '',
    sentences.logEntries(entries.length),
    ...entries.map(formatEntry),
    '',
  ].join('\n');
}

function attemptLines({ id, bill, amount, state, submittedAt, history }: Attempt): string[] {
  const sent = submittedAt === null ? '-' : formatDateTime(submittedAt);
  const head = `${numberForLog(id)} ${numberForLog(bill)} ${displayYuan(amount)} ${state} sent=${sent}`;
  const first = history[0]?.at ?? 0;
  return [
    head,
    ...history.map(({ to, at, cause }) => `  +${String(at - first)}ms ${to} ${redact(cause)}`),
  ];
}
