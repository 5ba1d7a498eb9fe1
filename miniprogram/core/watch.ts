/**
 * When to ask about an undecided attempt, as data. All times in ms.
 *
 * Confirmation with a password takes about 5–20 s with a tail to 45 s, and WeChat revokes what is
 * still open then. So: dense while most customers confirm, thinner in the tail. The delay staff feel
 * is about half an interval; the load on the server is one query per interval and till.
 */
export interface WatchPolicy {
  /** First query when the barcode call is still open this long after sending. */
  readonly firstQueryAfterSending: number;
  /** Pause before each query after the customer was asked to confirm; the last one repeats. */
  readonly intervals: readonly number[];
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
  const last = policy.intervals.length - 1;
  const interval = policy.intervals[Math.min(progress.queries - 1, last)] ?? 0;
  return progress.lastSentAt + interval * stretch;
}
