import { isUndecided } from '../core/attempt';
import type { AppUpdate } from '../utils/app-update';
import { createObservable } from '../utils/observable';
import type { AttemptStore } from './attempt-store';
import type { Draft } from './draft';

/**
 * Offers a new version only when restarting loses nothing: no attempt undecided, no result unwritten,
 * nothing typed.
 */
export interface Updates {
  offered(): boolean;
  restart(): void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createUpdates(appUpdate: AppUpdate, attempts: AttemptStore, draft: Draft): Updates {
  const changes = createObservable<undefined>();
  let ready = false;
  appUpdate.onReady(() => {
    ready = true;
    changes.emit(undefined);
  });
  const offered = (): boolean =>
    ready &&
    draft.get().amount === '' &&
    attempts.unwritten() === 0 &&
    !attempts.all().some(isUndecided);
  return {
    offered,
    restart: () => {
      if (offered()) appUpdate.restart();
    },
    subscribe: changes.subscribe,
  };
}
