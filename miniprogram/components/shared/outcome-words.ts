import { stateWords, words } from '../../config/words';
import type { Attempt } from '../../core/attempt';
import { resultPage } from '../../core/result-page';
import { collectedBy } from '../../core/totals';

/** What came of an attempt, where one line must do. */
export interface OutcomeWords {
  /** A part is told from a whole; where that is not known, nothing is claimed of the bill. */
  readonly state: string;
  /** By whose word, where it is not the server's own answer and `state` does not say so; else ''. */
  readonly by: string;
}

export function outcomeWords(attempt: Attempt): OutcomeWords {
  const by = collectedBy(attempt);
  const partial = resultPage(attempt) === 'partial';
  if (by === null || (by === 'byStaff' && !partial)) {
    return { state: stateWords[attempt.state], by: '' };
  }
  return {
    state: partial ? words.news.part : receivedWords(attempt),
    by: by === 'byAnswer' ? '' : words.records[by],
  };
}

function receivedWords({ state, billComplete }: Attempt): string {
  return billComplete === null ? words.pending.received : stateWords[state];
}
