import type { Settings } from '../config/settings';
import { type Attempt, type BillReading, isUndecided, remainingAt } from '../core/attempt';
import { BILL_COMPLETE } from '../core/verdict';
import { weighReading } from '../core/evidence';
import type { CashierError } from '../core/errors/cashier-error';
import { OtherServerError } from '../core/errors/other-server-error';
import { awaitsBillState, plannedAt } from '../core/query-schedule';
import type { RecheckProgress } from '../core/recheck';
import type { AskingProgress } from '../core/watch';
import type { Clock } from '../utils/clock';
import { createObservable } from '../utils/observable';
import type { Random } from '../utils/random';
import type { AttemptStore } from './attempt-store';
import type { BillReader } from './bill-reader';
import { applyReading, endWatch } from './apply-reading';
import { queryWechatPayment } from './pos/query-wechat-payment';
import { toCashierError } from './to-cashier-error';
import { noSession, type SessionService } from './session';
import type { Visibility } from './visibility';

/** What asking about one attempt has brought so far in this run of the app. */
export interface Asking extends AskingProgress {
  /** A query is under way. */
  readonly inFlight: boolean;
  /** When the newest answered query was sent; null before the first. */
  readonly answeredSentAt: number | null;
  /** Once it is declined: how its bill is being read again. */
  readonly recheck: RecheckProgress;
  /** The bill has moved, but it could have been cash or another till: shown, not concluded. */
  readonly weakEvidence: boolean;
  /** Why the newest query brought nothing; null when it was answered. */
  readonly problem: CashierError | null;
}

/**
 * Asks the server about attempts until each is decided. Belongs to the app, not to a page: leaving a
 * page ends nothing. One query in flight per phone, attempts in turn; silent while hidden.
 */
export interface Watcher {
  asking(id: string): Asking;
  /**
   * Asks about one attempt as soon as no other query is in flight, whatever the schedule says; a
   * hidden app asks when it is shown again.
   *
   * @returns why there is no answer: the query failed, or none can be made; null when it was
   *   answered, or when nothing is left to ask about this attempt
   */
  askNow(id: string): Promise<CashierError | null>;
  /** Takes up every undecided attempt at once: after a start, a return, a sign-in, a lost network. */
  readonly askAll: () => void;
  subscribe(listener: (id: string) => void): () => void;
}

export interface WatcherParts {
  readonly attempts: AttemptStore;
  readonly bills: BillReader;
  readonly session: SessionService;
  readonly visibility: Visibility;
  readonly clock: Clock;
  readonly random: Random;
  readonly settings: Pick<Settings, 'watch' | 'recheckDelay' | 'queryWechat' | 'readTimeout'>;
}

const NOT_ASKED: Asking = {
  queries: 0,
  lastSentAt: null,
  inFlight: false,
  answeredSentAt: null,
  recheck: { lastSentAt: null, answered: 0 },
  weakEvidence: false,
  problem: null,
};

export function createWatcher(parts: WatcherParts): Watcher {
  const { attempts, bills, session, visibility, clock, random, settings } = parts;
  const changes = createObservable<string>();
  const progress = new Map<string, Asking>();
  /** Asked for by staff, or by coming back: their turn is now, whatever the schedule says. */
  const urgent = new Set<string>();
  /** The stretch of the next pause, drawn once per query so that re-planning does not redraw it. */
  const stretches = new Map<string, number>();
  /** Who waits for the end of the next query about an attempt. */
  const waiting = new Map<string, readonly ((problem: CashierError | null) => void)[]>();
  let stopTimer: (() => void) | null = null;
  let inFlight = false;
  /** When the app was last hidden, ms since 1970. */
  let hiddenAt = 0;

  function asking(id: string): Asking {
    const known = progress.get(id) ?? NOT_ASKED;
    const elsewhere = otherServer(attempts.get(id));
    return elsewhere === null ? known : { ...known, problem: elsewhere };
  }

  function otherServer(attempt: Attempt | null): OtherServerError | null {
    if (attempt === null || attempt.server === session.server.baseUrl) return null;
    return new OtherServerError(attempt.server);
  }

  function endWait(id: string, problem: CashierError | null): void {
    const ended = waiting.get(id) ?? [];
    waiting.delete(id);
    for (const resolve of ended) resolve(problem);
  }

  /** Nobody waits for a query that will never be made. */
  function endVainWaits(): void {
    for (const id of Array.from(waiting.keys())) {
      const attempt = attempts.get(id);
      const elsewhere = otherServer(attempt);
      if (attempt === null || !mayBeAsked(attempt)) endWait(id, null);
      else if (elsewhere !== null) endWait(id, elsewhere);
      else if (session.current() === null) endWait(id, noSession(session));
    }
  }

  /** It is still open, or on the schedule. */
  function mayBeAsked(attempt: Attempt): boolean {
    if (isUndecided(attempt) || awaitsBillState(attempt)) return true;
    return plannedFor(attempt) !== null;
  }

  function plannedFor(attempt: Attempt): number | null {
    const { id } = attempt;
    return plannedAt(attempt, asking(id), stretchOf(id), clock.now(), settings);
  }

  function note(id: string, change: Partial<Asking>): void {
    progress.set(id, { ...asking(id), ...change });
    changes.emit(id);
  }

  function dueAt(attempt: Attempt): number | null {
    if (attempt.server !== session.server.baseUrl) return null;
    const due = plannedFor(attempt);
    if (due === null) return urgentOnly(attempt);
    // A past that lies ahead: the clock was set back, and the plan would wait for it to catch up.
    const setBack = (asking(attempt.id).lastSentAt ?? attempt.stateAt) > clock.now();
    return setBack || urgent.has(attempt.id) ? clock.now() : due;
  }

  /** Past its schedule, but staff ask about it now. */
  function urgentOnly(attempt: Attempt): number | null {
    const open = isUndecided(attempt) || awaitsBillState(attempt);
    return urgent.has(attempt.id) && open ? clock.now() : null;
  }

  function stretchOf(id: string): number {
    const drawn = stretches.get(id) ?? random.fraction();
    stretches.set(id, drawn);
    return drawn;
  }

  function plan(): void {
    stopTimer?.();
    stopTimer = null;
    endVainWaits();
    if (inFlight || !visibility.visible() || session.current() === null) return;
    let next: { attempt: Attempt; due: number } | null = null;
    for (const attempt of attempts.all()) {
      const due = dueAt(attempt);
      if (due !== null && (next === null || isBefore(attempt, due, next))) next = { attempt, due };
    }
    if (next === null) return;
    const { attempt, due } = next;
    stopTimer = clock.after(Math.max(0, due - clock.now()), () => void ask(attempt.id));
  }

  /** The longest due first; among those due at once, the one not asked for the longest time. */
  function isBefore(
    attempt: Attempt,
    due: number,
    other: { attempt: Attempt; due: number },
  ): boolean {
    const now = clock.now();
    if (due > now || other.due > now) return due < other.due;
    return (asking(attempt.id).lastSentAt ?? 0) < (asking(other.attempt.id).lastSentAt ?? 0);
  }

  async function ask(id: string): Promise<void> {
    const attempt = attempts.get(id);
    if (attempt === null || inFlight) return;
    inFlight = true;
    urgent.delete(id);
    stretches.delete(id);
    const before = attempts.onBill(attempt.server, attempt.bill);
    try {
      noteSent(attempt);
      const reading = await bills.query(attempt.bill, needsFigures(attempt));
      applyReading(attempts, before, reading, clock.now());
      await askWechat(id, reading);
      const { sentAt } = reading;
      const weakEvidence = weighReading(attempt, reading, before).kind === 'weak';
      noteAnswered(attempt, { answeredSentAt: sentAt, weakEvidence });
      endWatch(attempts, id, reading, clock.now(), settings.watch);
      endWait(id, null);
    } catch (error) {
      const problem = toCashierError(error);
      note(id, { inFlight: false, problem });
      // As it was when the query was sent: one that was out before says nothing of the reading again.
      if (attempt.state === 'declined') {
        attempts.apply(id, { type: 'recheck', result: 'unreadable', at: clock.now() });
      }
      endWait(id, problem);
    } finally {
      inFlight = false;
      plan();
    }
  }

  function noteSent({ id, state }: Attempt): void {
    const { queries, recheck } = asking(id);
    const lastSentAt = clock.now();
    const again = state === 'declined' ? { recheck: { ...recheck, lastSentAt } } : {};
    note(id, { inFlight: true, queries: queries + 1, lastSentAt, ...again });
  }

  /** @param attempt as it was when the query was sent */
  function noteAnswered({ id, state }: Attempt, change: Partial<Asking>): void {
    const { recheck } = asking(id);
    const answered = recheck.answered + (state === 'declined' ? 1 : 0);
    note(id, { inFlight: false, problem: null, recheck: { ...recheck, answered }, ...change });
  }

  /** Where the setting allows it, WeChat itself is asked about a payment whose number is known. */
  async function askWechat(id: string, reading: BillReading): Promise<void> {
    const attempt = attempts.get(id);
    if (!settings.queryWechat || attempt === null || !isUndecided(attempt)) return;
    const { bill, paymentNumber } = attempt;
    if (paymentNumber === null) return;
    // Only "paid" says anything; a failing query is as good as none.
    const { client } = session;
    const paid = await queryWechatPayment(client, bill, paymentNumber, settings.readTimeout).catch(
      () => false,
    );
    if (!paid) return;
    const billComplete = reading.payState === BILL_COMPLETE ? true : null;
    const at = clock.now();
    attempts.apply(id, { type: 'evidence', proof: 'thirdPartyQuery', billComplete, at });
  }

  function askAll(): void {
    askSentBefore(Infinity);
  }

  function askSentBefore(time: number): void {
    for (const attempt of attempts.all()) {
      if (isUndecided(attempt) && (attempt.submittedAt ?? 0) < time) urgent.add(attempt.id);
    }
    plan();
  }

  attempts.subscribe((id) => {
    // The journal has been read: a session that was kept over a restart may be there already.
    if (id === null) askAll();
    else plan();
  });
  session.subscribe(askAll);
  visibility.subscribe((visible) => {
    // A returning app queries first: time hidden counts. What was sent meanwhile (the scanner hides
    // the app too) follows its schedule: its call has only just left.
    if (visible) {
      askSentBefore(hiddenAt);
      return;
    }
    hiddenAt = clock.now();
    plan();
  });

  return {
    asking,
    askNow(id) {
      const asked = new Promise<CashierError | null>((resolve) => {
        waiting.set(id, [...(waiting.get(id) ?? []), resolve]);
      });
      urgent.add(id);
      plan();
      return asked;
    },
    askAll,
    subscribe: changes.subscribe,
  };
}

/**
 * The receipt costs one more call. The bill's state alone is proof where the amount was all that
 * remained; a declined attempt is compared with its whole baseline.
 */
function needsFigures(attempt: Attempt): boolean {
  if (attempt.baseline.figures === null) return false;
  return attempt.state === 'declined' || remainingAt(attempt.baseline) !== attempt.amount;
}
