import type { Settings } from '../config/settings';
import { ClosingTooEarlyError } from '../core/errors/closing-too-early-error';
import { NotSignedInError } from '../core/errors/not-signed-in-error';
import { OtherServerError } from '../core/errors/other-server-error';
import { maskCodesIn } from '../core/payment-code';
import type { Clock } from '../utils/clock';
import type { AttemptStore } from './attempt-store';
import type { SessionService } from './session';
import type { Watcher } from './watcher';

/**
 * Closing an unresolved attempt by a person's word. The server is asked once more right before, so
 * that evidence, if there is any by now, goes before the word.
 */
export interface Closing {
  /**
   * A person saw proof of payment.
   *
   * @param note what they saw
   * @returns false when the query settled the attempt by evidence and nothing had to be closed
   * @throws ClosingTooEarlyError, NotSignedInError, OtherServerError
   */
  paid(id: string, note: string): Promise<boolean>;
  /** A person checked: nothing was paid. Unblocks the bill. @param note why; the rest as `paid` */
  notPaid(id: string, note: string): Promise<boolean>;
}

export interface ClosingParts {
  readonly attempts: AttemptStore;
  readonly watcher: Watcher;
  readonly session: SessionService;
  readonly clock: Clock;
  readonly settings: Pick<Settings, 'closingQueryMaxAge'>;
}

export function createClosing(parts: ClosingParts): Closing {
  const { attempts, watcher, session, clock, settings } = parts;

  function refuseEarly(id: string): void {
    const state = attempts.get(id)?.state;
    if (state === 'submitted' || state === 'awaiting' || state === 'unknown') {
      throw new ClosingTooEarlyError('watchRunning');
    }
    if (state !== 'unresolved') throw new ClosingTooEarlyError('settled');
    if (session.current() === null) throw new NotSignedInError();
  }

  async function close(id: string, type: 'staffPaid' | 'staffNotPaid', note: string) {
    refuseEarly(id);
    const problem = await watcher.askNow(id);
    if (attempts.get(id)?.state !== 'unresolved') return false;
    const by = session.current()?.user;
    if (by === undefined) throw new NotSignedInError();
    if (problem instanceof OtherServerError) throw problem;
    const { answeredSentAt } = watcher.asking(id);
    const age = answeredSentAt === null ? Infinity : clock.now() - answeredSentAt;
    // Sent in the future: the clock was set back meanwhile, and nobody knows how old the answer is.
    const fresh = age >= 0 && age <= settings.closingQueryMaxAge;
    if (problem !== null || !fresh) throw new ClosingTooEarlyError('notAnswered');
    // Staff type freely, and a code may stand in what they copied.
    attempts.apply(id, { type, by, note: maskCodesIn(note), at: clock.now() });
    return true;
  }

  return {
    paid: (id, note) => close(id, 'staffPaid', note),
    notPaid: (id, note) => close(id, 'staffNotPaid', note),
  };
}
