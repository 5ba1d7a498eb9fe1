import { sentences, words } from '../../config/words';
import { outcomeWords } from '../../components/shared/outcome-words';
import { type Attempt, isLoudConflict, isUndecided } from '../../core/attempt';
import { displayYuan } from '../../core/money';
import { isFiltered, type RecordGroups, selectRecords } from '../../core/record-list';
import { formatClock, formatDateTime, formatDay, isSameDay } from '../../core/time';
import { type Total, type Totals, totalsOf, totalsSince } from '../../core/totals';

/** One line of the list. */
export interface RecordLine {
  readonly id: string;
  readonly bill: string;
  readonly amount: string;
  readonly time: string;
  readonly state: string;
  /** By whose word, where it needs saying; ''. */
  readonly by: string;
  readonly tone: 'plain' | 'warning' | 'danger';
}

/** Lines under one heading, in chunks: WeChat wants at most 60 children in a node. */
export interface RecordSection {
  readonly title: string;
  readonly chunks: readonly (readonly RecordLine[])[];
}

/** Collected money by one kind of word: on the day shown, and in this shift. */
export interface TotalRow {
  readonly label: string;
  readonly day: Cell;
  readonly shift: Cell;
}

interface Cell {
  readonly amount: string;
  readonly count: string;
}

/** What is looked at. */
export interface RecordsRequest {
  /** ms since 1970. */
  readonly now: number;
  /** A moment of the day shown, or 0 for whatever day it is. */
  readonly day: number;
  readonly filter: string;
  /** When this user's shift began, ms since 1970; null: nobody is signed in. */
  readonly shiftSince: number | null;
  /** The first line shown, and how many at most. */
  readonly from: number;
  readonly count: number;
}

/** What the records page shows. */
export interface RecordsView {
  readonly dayText: string;
  /** Heading of the day's column of totals. */
  readonly dayShort: string;
  /** Since when the shift's column counts; '' while nobody is signed in. */
  readonly shiftFrom: string;
  readonly mayGoForward: boolean;
  readonly totals: readonly TotalRow[];
  readonly sections: readonly RecordSection[];
  /** Words where there is no line; '' where there is one. */
  readonly empty: string;
  readonly hasMore: boolean;
  readonly hasNewer: boolean;
  readonly anyUndecided: boolean;
}

/** A node's children at most, with room to spare. */
const CHUNK = 50;

export function recordsView(attempts: readonly Attempt[], request: RecordsRequest): RecordsView {
  const { now, filter, shiftSince, from, count } = request;
  const day = request.day === 0 ? now : request.day;
  const isToday = isSameDay(day, now);
  const filtered = isFiltered(filter);
  const groups = selectRecords(attempts, { day, filter });
  const ofDay = attempts.filter(({ preparedAt }) => isSameDay(preparedAt, day));
  const { sections, total } = windowOf(groups, filtered, day, from, count);
  return {
    dayText: formatDay(day),
    dayShort: isToday ? words.records.today : formatDay(day).slice(5),
    shiftFrom: shiftSince === null ? '' : sinceText(shiftSince, now),
    mayGoForward: !isToday,
    totals: totalRows(
      totalsOf(ofDay),
      shiftSince === null ? null : totalsSince(attempts, shiftSince),
    ),
    sections,
    empty: total > 0 ? '' : filtered ? words.records.nothingFound : words.records.empty,
    hasMore: from + count < total,
    hasNewer: from > 0,
    anyUndecided: attempts.some(isUndecided),
  };
}

/** To the minute; with its day where that is not today. */
function sinceText(since: number, now: number): string {
  const text = isSameDay(since, now) ? formatClock(since) : formatDateTime(since).slice(5);
  return sentences.since(text.slice(0, -3));
}

function totalRows(day: Totals, shift: Totals | null): readonly TotalRow[] {
  return (['byAnswer', 'byBillState', 'byStaff'] as const).map((kind) => ({
    label: words.records[kind],
    day: cell(day[kind]),
    shift: shift === null ? { amount: words.notRead, count: '' } : cell(shift[kind]),
  }));
}

function cell({ amount, count }: Total): Cell {
  return { amount: sentences.yuan(displayYuan(amount)), count: sentences.count(count) };
}

/** The lines from `from` on, under their headings. */
function windowOf(
  { conflicts, undecided, rest }: RecordGroups,
  filtered: boolean,
  day: number,
  from: number,
  count: number,
): { readonly sections: readonly RecordSection[]; readonly total: number } {
  const restTitle = filtered ? words.records.found : formatDay(day);
  const groups = [
    { title: words.records.conflicts, attempts: conflicts },
    { title: words.records.undecided, attempts: undecided },
    { title: restTitle, attempts: rest },
  ];
  const sections: RecordSection[] = [];
  let before = 0;
  for (const { title, attempts } of groups) {
    const first = Math.max(0, from - before);
    const shown = attempts.slice(first, Math.max(first, from + count - before));
    before += attempts.length;
    if (shown.length > 0) {
      sections.push({ title, chunks: chunksOf(shown.map((one) => toLine(one, day))) });
    }
  }
  return { sections, total: before };
}

function chunksOf(lines: readonly RecordLine[]): (readonly RecordLine[])[] {
  const chunks: (readonly RecordLine[])[] = [];
  for (let at = 0; at < lines.length; at += CHUNK) chunks.push(lines.slice(at, at + CHUNK));
  return chunks;
}

function toLine(attempt: Attempt, day: number): RecordLine {
  const { id, bill, preparedAt } = attempt;
  return {
    id,
    bill,
    amount: sentences.yuan(displayYuan(attempt.amount)),
    time: isSameDay(preparedAt, day) ? formatClock(preparedAt) : formatDateTime(preparedAt),
    ...outcomeWords(attempt),
    tone: isLoudConflict(attempt) ? 'danger' : isUndecided(attempt) ? 'warning' : 'plain',
  };
}
