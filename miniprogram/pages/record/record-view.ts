import { words } from '../../config/words';
import { outcomeWords } from '../../components/shared/outcome-words';
import type { Fact } from '../../components/fact-list/fact-list';
import { type Attempt, type AttemptState, blocksBill, isUndecided } from '../../core/attempt';
import { conclusionOf, storyOf } from '../../core/evidence-story';
import { displayYuan } from '../../core/money';
import { resultPage } from '../../core/result-page';
import { formatClock, formatDateTime, isSameDay } from '../../core/time';
import { attemptFacts } from '../shared/attempt-facts';
import { conclusionText, statementText } from './story-text';

/** One step of what happened. */
export interface StoryLine {
  readonly time: string;
  readonly text: string;
}

/** What the record page shows. */
export interface RecordView {
  readonly tone: string;
  readonly heading: string;
  readonly amount: string;
  readonly conclusion: string;
  readonly facts: readonly Fact[];
  readonly story: readonly StoryLine[];
  readonly mayAsk: boolean;
  /** Its own page has something to do. */
  readonly mayHandle: boolean;
}

const TONES: Readonly<Record<AttemptState, string>> = {
  prepared: 'waiting',
  submitted: 'waiting',
  awaiting: 'waiting',
  unknown: 'waiting',
  unresolved: 'unknown',
  collected: 'success',
  declined: 'failure',
  rejected: 'failure',
  staffPaid: 'success',
  staffNotPaid: 'failure',
  conflict: 'conflict',
};

export function recordView(attempt: Attempt): RecordView {
  return {
    tone: resultPage(attempt) === 'partial' ? 'partial' : TONES[attempt.state],
    heading: outcomeWords(attempt).state,
    amount: displayYuan(attempt.amount),
    conclusion: conclusionText(conclusionOf(attempt)),
    facts: facts(attempt),
    story: storyOf(attempt).map(({ at, statement }) => ({
      time: isSameDay(at, attempt.preparedAt) ? formatClock(at) : formatDateTime(at),
      text: statementText(statement),
    })),
    mayAsk: isUndecided(attempt),
    mayHandle: resultPage(attempt) === 'pending' || blocksBill(attempt),
  };
}

function facts(attempt: Attempt): readonly Fact[] {
  const { record } = words;
  const { billComplete } = attempt;
  return [
    ...attemptFacts(attempt),
    ...(billComplete === null
      ? []
      : [{ label: record.complete, value: billComplete ? record.yes : record.no }]),
    { label: record.user, value: attempt.user },
    { label: record.server, value: attempt.server },
  ];
}
