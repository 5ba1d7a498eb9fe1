import {
  type LogEntry,
  logEntry,
  type LogEventName,
  type LogEvents,
  type LogLevel,
} from '../../core/log-entry';
import type { Secret } from '../../core/secret';
import type { Clock } from '../../utils/clock';
import { createObservable } from '../../utils/observable';

/** What happened, for support. Never throws, never waits, holds no secret. */
export interface Log {
  readonly write: <Name extends LogEventName>(
    level: LogLevel,
    event: Name,
    fields: LogEvents[Name],
  ) => void;
  /** The newest entries of this run, the oldest first; how the app started is always among them. */
  readonly entries: () => readonly LogEntry[];
  /** Tells each entry; a listener that throws is left alone. */
  readonly onEntry: (listener: (entry: LogEntry) => void) => () => void;
}

export interface LogParts {
  readonly clock: Clock;
  /** Secrets in use now: masked in any text, whatever they look like. */
  readonly secrets: () => readonly Secret<string>[];
}

/** How many entries are kept in memory. */
export const LOG_ENTRIES = 500;

export function createLog({ clock, secrets }: LogParts): Log {
  /** A ring: `next` is where the next entry goes. */
  const ring: LogEntry[] = [];
  let next = 0;
  let start: LogEntry | null = null;
  const kept = createObservable<LogEntry>();

  function keep(entry: LogEntry): void {
    if (entry.event === 'app.start') start = entry;
    ring[next] = entry;
    next = (next + 1) % LOG_ENTRIES;
  }

  return {
    write: (level, event, fields) => {
      // Nothing that is about to be done may fail because it could not be written down.
      try {
        const known = secrets().map((secret) => secret.reveal());
        const entry = logEntry(clock.now(), level, event, fields, known);
        keep(entry);
        kept.emit(entry);
      } catch {
        // There is nobody left to tell.
      }
    },
    entries: () => {
      const entries = ring.slice(next).concat(ring.slice(0, next));
      return start === null || entries.includes(start) ? entries : [start, ...entries];
    },
    onEntry: kept.subscribe,
  };
}
