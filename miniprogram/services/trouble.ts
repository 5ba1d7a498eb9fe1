import { createObservable } from '../utils/observable';
import type { Log } from './log/log';
import { writeError } from './log/write-error';

/** Errors that nobody expected: staff are told, because what the screen shows may be wrong. */
export interface Trouble {
  happened(): boolean;
  /** Writes it down; staff are told once. */
  report(kind: 'error' | 'rejection', thrown: unknown): void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createTrouble(log: Log): Trouble {
  const changes = createObservable<undefined>();
  let happened = false;
  return {
    happened: () => happened,
    report: (kind, thrown) => {
      writeError(log, kind, thrown);
      if (happened) return;
      happened = true;
      changes.emit(undefined);
    },
    subscribe: changes.subscribe,
  };
}
