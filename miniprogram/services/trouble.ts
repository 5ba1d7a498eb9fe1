import { createObservable } from '../utils/observable';

/** Errors that nobody expected: staff are told, because what the screen shows may be wrong. */
export interface Trouble {
  happened(): boolean;
  report(): void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createTrouble(): Trouble {
  const changes = createObservable<undefined>();
  let happened = false;
  return {
    happened: () => happened,
    report: () => {
      if (happened) return;
      happened = true;
      changes.emit(undefined);
    },
    subscribe: changes.subscribe,
  };
}
