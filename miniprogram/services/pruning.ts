import type { Settings } from '../config/settings';
import { prunable } from '../core/pruning';
import type { Clock } from '../utils/clock';
import type { AttemptStore } from './attempt-store';

export interface PruningParts {
  readonly attempts: AttemptStore;
  readonly clock: Clock;
  readonly settings: Pick<Settings, 'keeping' | 'pruneDelay'>;
}

/**
 * Forgets old settled records, once a start of the app: in the background, a while after the
 * journal has been read and never before. One at a time, so that a payment's own writes never wait
 * behind a row of removals; the first that fails ends it until the next start.
 */
export function startPruning({ attempts, clock, settings }: PruningParts): void {
  async function prune(): Promise<void> {
    for (const attempt of prunable(attempts.all(), clock.now(), settings.keeping)) {
      if (!(await attempts.forget(attempt))) return;
    }
  }

  const stop = attempts.subscribe(() => {
    if (!attempts.loaded()) return;
    stop();
    clock.after(settings.pruneDelay, () => void prune());
  });
}
