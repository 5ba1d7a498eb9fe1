/** How long to wait between queries in one stretch of the watch. All times in ms. */
export interface Pace {
  /** For queries sent this long or longer after the attempt's state was entered … */
  readonly from: number;
  /** … the next one follows after this. */
  readonly pause: number;
}

/**
 * When to ask about an undecided attempt, as data. All times in ms.
 *
 * The delay staff feel is about half a pause; the load on the server is one query per pause and
 * till. So a query is worth its cost where many customers are just confirming: nobody types a
 * password within the first seconds, most have by 20 s, the tail thins out to 45 s, and WeChat
 * revokes what is still open then. The best pause grows with one over the square root of the rate at
 * which those still waiting confirm; `npm run bench:polling` compares it with the field.
 *
 * The pace follows the clock, not the number of queries: a query that failed, that staff asked for,
 * or that a return to the app brought, moves nobody into a part of the schedule meant for later.
 */
export interface WatchPolicy {
  /** First query when the barcode call is still open this long after sending. */
  readonly firstQueryAfterSending: number;
  /** Pauses after the first query, by the time since the state was entered; the first from 0 on. */
  readonly paces: readonly Pace[];
  /** Each pause is stretched or shrunk by up to this share, so that tills do not ask in step. */
  readonly jitter: number;
  /** The watch lasts at least this long from sending. */
  readonly minimumWatch: number;
  /** Pause between queries about an unresolved attempt … */
  readonly unresolvedInterval: number;
  /** … for this long after it became unresolved; then only when asked. */
  readonly unresolvedFor: number;
}

/** What the watcher remembers about asking for one attempt. */
export interface AskingProgress {
  /** Queries sent in this run of the app. */
  readonly queries: number;
  /** When the newest query was sent; null before the first. */
  readonly lastSentAt: number | null;
}

/**
 * The watch ends when at least `minimumWatch` has passed since sending and a query that was sent
 * after that has been answered.
 *
 * @param answeredQuerySentAt when the newest answered query was sent
 */
export function watchHasEnded(
  submittedAt: number,
  answeredQuerySentAt: number,
  policy: WatchPolicy,
): boolean {
  return answeredQuerySentAt - submittedAt >= policy.minimumWatch;
}

/** How an attempt is being waited for. */
export interface Waiting {
  readonly state: 'submitted' | 'awaiting' | 'unknown' | 'unresolved';
  readonly submittedAt: number;
  /** When the state was entered. */
  readonly stateAt: number;
}

/**
 * When the next query about an attempt is due (ms since 1970; in the past means now), or null when
 * it is asked about only on demand.
 *
 * @param random 0 ≤ random < 1, drawn once per query
 */
export function nextQueryAt(
  waiting: Waiting,
  progress: AskingProgress,
  policy: WatchPolicy,
  random: number,
): number | null {
  const stretch = 1 + policy.jitter * (2 * random - 1);
  if (waiting.state === 'unresolved') {
    const asked = progress.lastSentAt ?? waiting.stateAt;
    const due = asked + policy.unresolvedInterval * stretch;
    return due - waiting.stateAt > policy.unresolvedFor ? null : due;
  }
  if (progress.lastSentAt === null) {
    // Nothing else tells the outcome while errcode 1 or no trustworthy answer stands: ask at once.
    // While the call is still open its own answer is the better evidence: give it a while.
    return waiting.state === 'submitted'
      ? waiting.submittedAt + policy.firstQueryAfterSending
      : waiting.stateAt;
  }
  const { lastSentAt } = progress;
  return lastSentAt + pauseAfter(lastSentAt - waiting.stateAt, policy.paces) * stretch;
}

/** @param elapsed when the newest query was sent, ms since the state was entered; before it: as 0 */
function pauseAfter(elapsed: number, paces: readonly Pace[]): number {
  const pace = paces.filter(({ from }) => from <= Math.max(0, elapsed)).pop();
  if (pace === undefined) throw new RangeError('the first pace must start at 0');
  return pace.pause;
}
