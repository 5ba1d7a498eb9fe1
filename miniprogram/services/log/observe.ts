import { type Attempt, isUndecided } from '../../core/attempt';
import { CashierError } from '../../core/errors/cashier-error';
import { UnexpectedError } from '../../core/errors/unexpected-error';
import type { LogLevel } from '../../core/log-entry';
import { redactMessage, stackFrames } from '../../core/redact';
import { Secret } from '../../core/secret';
import type { AttemptStore } from '../attempt-store';
import type { Collector } from '../collector';
import type { SessionService } from '../session';
import type { Visibility } from '../visibility';
import type { Clock } from '../../utils/clock';
import type { Log } from './log';

/** Writes down every change of every attempt's state, and what the journal held. */
export function observeAttempts(attempts: AttemptStore, log: Log): void {
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

export function observeVisibility(visibility: Visibility, log: Log): void {
  visibility.subscribe((visible) => {
    log.write('info', 'app.visible', { visible });
  });
}

/**
 * A session service whose sign-ins are written down.
 *
 * @param passwords where the password stands while the server is asked, so that the log knows what to mask
 */
export function loggedSession(
  session: SessionService,
  log: Log,
  clock: Clock,
  passwords: Set<Secret<string>>,
): SessionService {
  session.subscribe((current) => {
    if (current === null) log.write('warn', 'session.ended', { refused: session.wasRefused() });
    else log.write('info', 'session.signedIn', { user: current.user });
  });
  return {
    ...session,
    async signIn(user, password) {
      const startedAt = clock.now();
      const secret = new Secret(password);
      passwords.add(secret);
      try {
        return await session.signIn(user, password);
      } catch (error) {
        const ms = clock.now() - startedAt;
        log.write('warn', 'session.signInFailed', { user, cause: causeOf(error), ms });
        writeUnexpected(log, error);
        throw error;
      } finally {
        passwords.delete(secret);
      }
    },
  };
}

/** A collector whose refusals are written down. */
export function loggedCollector(collector: Collector, log: Log): Collector {
  return {
    ...collector,
    collect: (bill, amount) => {
      const collecting = collector.collect(bill, amount);
      collecting.catch((error: unknown) => {
        log.write('warn', 'collect.refused', { bill, amount, cause: causeOf(error) });
        writeUnexpected(log, error);
      });
      return collecting;
    },
  };
}

function causeOf(error: unknown): string {
  return error instanceof CashierError ? error.code : 'unexpected';
}

/** A mistake of ours that was caught and put into words: where it came from is still worth knowing. */
function writeUnexpected(log: Log, error: unknown): void {
  if (error instanceof CashierError && !(error instanceof UnexpectedError)) return;
  writeError(log, 'error', error instanceof UnexpectedError ? error.thrown : error);
}

/** Writes down an error that nobody expected: its message masked, of its stack files and lines only. */
export function writeError(log: Log, kind: 'error' | 'rejection', thrown: unknown): void {
  const { message, stack } = partsOf(thrown);
  log.write('error', 'app.error', {
    kind,
    message: redactMessage(message),
    frames: stackFrames(stack),
  });
}

function partsOf(thrown: unknown): { message: string; stack: string } {
  if (thrown instanceof Error) return { message: thrown.message, stack: thrown.stack ?? '' };
  // App.onError brings message and stack as one text.
  const text = typeof thrown === 'string' ? thrown : '';
  const [message = ''] = text.split(/\n\s*at /);
  return { message, stack: text.slice(message.length) };
}
