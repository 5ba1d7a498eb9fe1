import { sentences, words } from '../../config/words';
import { problemText } from '../../services/problem-text';
import type { Services } from '../../services/services';

/** What there is to say about the journal, and about an error that nobody expected. */
export interface JournalNotice {
  /** '' for nothing. */
  readonly journalNotice: string;
  /** It could not be read: a tap tries again. */
  readonly journalUnread: boolean;
}

/**
 * What closing the app would lose comes first: "saved, close the app" is said only when all is written.
 */
export function journalNotice({ attempts, trouble }: Services): JournalNotice {
  const problem = attempts.loadProblem();
  if (problem !== null) return { journalNotice: problemText(problem), journalUnread: true };
  return { journalNotice: notice(attempts, trouble.happened()), journalUnread: false };
}

function notice(attempts: Services['attempts'], trouble: boolean): string {
  if (!attempts.loaded()) return words.collect.readingJournal;
  const unwritten = attempts.unwritten();
  if (unwritten > 0) return sentences.unwritten(unwritten);
  const damaged = attempts.damaged().length;
  if (damaged === 0) return trouble ? words.collect.trouble : '';
  return sentences.damaged(damaged) + (trouble ? `；${words.collect.troubleAlone}` : '');
}
