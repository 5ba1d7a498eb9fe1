import type { Attempt } from '../../core/attempt';
import { services } from '../../services/services';
import { COLLECT_PAGE } from './routes';

/** The attempt a result page was opened for; when there is none, the home page takes its place. */
export function shownAttempt(id: string): Attempt | null {
  const { attempts, navigation } = services();
  const attempt = attempts.get(id);
  if (attempt === null && attempts.loaded()) navigation.back(COLLECT_PAGE);
  return attempt;
}
