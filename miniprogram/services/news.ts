import { type Attempt, type AttemptState, isUndecidedState } from '../core/attempt';
import { createObservable } from '../utils/observable';
import type { AttemptStore } from './attempt-store';

/**
 * Results of attempts whose page is not on the screen, and waits that ended without one: those are for
 * staff to see to. They change a strip that names bill and
 * amount, never a page: nobody may take one bill's success for another's (invariant 10).
 */
export interface News {
  /** The oldest result nobody has looked at; null when there is none. */
  current(): Attempt | null;
  /** Whether nobody has looked at this attempt's result yet. */
  readonly unread: (id: string) => boolean;
  /** Tells the id of an attempt when its result comes in while another page is on top. */
  readonly onArrival: (listener: (id: string) => void) => () => void;
  /** Staff have read it: the next one, if any, is current. */
  dismiss(): void;
  /** The attempt whose own page is on top now; its result is shown there. null: none. */
  setOnTop(id: string | null): void;
  /** This attempt's page has left; where another's has come already, nothing changes. */
  leaveTop(id: string): void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createNews(attempts: AttemptStore): News {
  const changes = createObservable<undefined>();
  const arrivals = createObservable<string>();
  /** The state in which each attempt was last seen: what was settled before is no news. */
  const seen = new Map<string, AttemptState>();
  let unread: string[] = [];
  let onTop: string | null = null;

  function look(attempt: Attempt): void {
    const { id, state } = attempt;
    const before = seen.get(id);
    seen.set(id, state);
    if (before === undefined || !isNews(before, state)) {
      // More has become known of what is still unread.
      if (unread.includes(id)) changes.emit(undefined);
      return;
    }
    if (id === onTop) return;
    // A late result or a conflict may come up while the first news still stand there unread.
    if (!unread.includes(id)) unread.push(id);
    changes.emit(undefined);
    arrivals.emit(id);
  }

  attempts.subscribe((id) => {
    const changed = id === null ? attempts.all() : [attempts.get(id)];
    for (const attempt of changed) if (attempt !== null) look(attempt);
  });

  return {
    current: () => (unread[0] === undefined ? null : attempts.get(unread[0])),
    unread: (id) => unread.includes(id),
    onArrival: arrivals.subscribe,
    dismiss: () => {
      unread = unread.slice(1);
      changes.emit(undefined);
    },
    setOnTop: (id) => {
      onTop = id;
      if (id === null || !unread.includes(id)) return;
      unread = unread.filter((other) => other !== id);
      changes.emit(undefined);
    },
    leaveTop: (id) => {
      if (onTop === id) onTop = null;
    },
    subscribe: changes.subscribe,
  };
}

function isNews(before: AttemptState, state: AttemptState): boolean {
  if (before === state) return false;
  // A conflict comes up from states that were settled.
  if (state === 'conflict') return true;
  return isUndecidedState(before) && (state === 'unresolved' || !isUndecidedState(state));
}
