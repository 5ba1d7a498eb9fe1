import { type Attempt, isUndecided } from '../../core/attempt';
import type { LogLevel } from '../../core/log-entry';
import type { AttemptStore } from '../attempt-store';
import type { Log } from './log';

/** Writes down every change of every attempt's state, and what the journal held. */
export function logAttempts(attempts: AttemptStore, log: Log): void {
  /** How much of each attempt's history has been written down. */
  const written = new Map<string, number>();

  function writeChanges(attempt: Attempt): void {
    const { id, bill, amount, submittedAt, history } = attempt;
    for (const { to, at, cause } of history.slice(written.get(id) ?? 0)) {
      const sinceSent = submittedAt === null ? null : at - submittedAt;
      const level: LogLevel = to === 'conflict' ? 'error' : 'info';
      log.write(level, 'attempt', { id, bill, amount, state: to, cause, sinceSent });
    }
    written.set(id, history.length);
  }

  function writeJournal(): void {
    const problem = attempts.loadProblem();
    if (problem !== null) {
      log.write('error', 'journal.unread', { cause: problem.code });
      return;
    }
    if (!attempts.loaded()) return;
    const all = attempts.all();
    const undecided = all.filter(isUndecided);
    const damaged = attempts.damaged().length;
    log.write(damaged > 0 ? 'error' : 'info', 'journal.read', {
      attempts: all.length,
      undecided: undecided.length,
      damaged,
    });
    // What is settled was written down in its own time.
    for (const attempt of all)
      if (!isUndecided(attempt)) written.set(attempt.id, attempt.history.length);
    undecided.forEach(writeChanges);
  }

  attempts.subscribe((id) => {
    if (id === null) {
      writeJournal();
      return;
    }
    const attempt = attempts.get(id);
    if (attempt !== null) writeChanges(attempt);
  });
}
