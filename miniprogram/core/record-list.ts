import { type Attempt, isLoudConflict, isUndecided } from './attempt';
import { billContains } from './bill';
import { foldText } from './text';
import { isSameDay } from './time';

/** Which records are looked at. */
export interface RecordSelection {
  /** Any moment of the day, ms since 1970. */
  readonly day: number;
  /** A bill number or a part of one as typed; where it is not '', every day is looked at. */
  readonly filter: string;
}

/** Records in the order in which staff must see them; each group newest first. */
export interface RecordGroups {
  /** Conflicts nobody has acknowledged, of any day. */
  readonly conflicts: readonly Attempt[];
  /** Undecided ones, of any day. */
  readonly undecided: readonly Attempt[];
  /** The rest of the day, or of what the filter finds. */
  readonly rest: readonly Attempt[];
}

/** Whether anything is looked for: blanks and what has no look are nothing. */
export function isFiltered(filter: string): boolean {
  return foldText(filter) !== '';
}

export function selectRecords(
  attempts: readonly Attempt[],
  { day, filter }: RecordSelection,
): RecordGroups {
  const found = attempts
    .filter(({ bill }) => billContains(bill, filter))
    .sort((a, b) => b.preparedAt - a.preparedAt);
  const rest = found.filter(
    (attempt) =>
      !isLoudConflict(attempt) &&
      !isUndecided(attempt) &&
      (isFiltered(filter) || isSameDay(attempt.preparedAt, day)),
  );
  return { conflicts: found.filter(isLoudConflict), undecided: found.filter(isUndecided), rest };
}
