import type { Attempt, AttemptState } from '../core/attempt';
import type { Clock } from '../utils/clock';
import type { AttemptStore } from './attempt-store';
import type { FeedbackService } from './feedback';
import type { News } from './news';
import type { Visibility } from './visibility';

/**
 * After a return the page on top says first which attempt is its own, ms: that one's result is told
 * by the page, not as news.
 */
const AFTER_RETURN = 400;

export interface NewsSignalParts {
  readonly attempts: AttemptStore;
  readonly clock: Clock;
  readonly feedback: FeedbackService;
  readonly news: News;
  readonly visibility: Visibility;
}

/** Lets staff hear and feel that another attempt has changed; what came while hidden, on return. */
export function signalNews(parts: NewsSignalParts): void {
  const { attempts, clock, feedback, news, visibility } = parts;
  let missed: string[] = [];

  function signal(ids: readonly string[]): void {
    const changed = ids
      .filter(news.unread)
      .map((id) => attempts.get(id))
      .filter((attempt): attempt is Attempt => attempt !== null);
    if (changed.length === 0) return;
    const came = (state: AttemptState): boolean => changed.some((one) => one.state === state);
    feedback.signal(came('conflict') ? 'conflict' : came('unresolved') ? 'newsUnknown' : 'news');
  }

  function signalMissed(): void {
    const ids = missed;
    missed = [];
    clock.after(AFTER_RETURN, () => {
      signal(ids);
    });
  }

  news.onArrival((id) => {
    if (visibility.visible()) {
      signal([id]);
      return;
    }
    missed.push(id);
    // Several while hidden are told once.
    if (missed.length === 1) visibility.whenVisible(signalMissed);
  });
}
