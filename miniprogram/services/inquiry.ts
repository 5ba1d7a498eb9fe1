import { isUndecided } from '../core/attempt';
import type { CashierError } from '../core/errors/cashier-error';
import type { AttemptStore } from './attempt-store';
import { noSession, type SessionService } from './session';
import type { Watcher } from './watcher';

/** What asking about some attempts has brought. */
export interface InquiryResult {
  /** No longer undecided. */
  readonly decided: number;
  /** Asked, and the answer proves nothing: not that they were not paid, either. */
  readonly open: number;
  /** Not asked, or not answered. */
  readonly failed: number;
  /** Why, of one of those that failed; null when none did. */
  readonly problem: CashierError | null;
}

/** Staff's own question about one undecided attempt or all of them, through the watcher. */
export interface Inquiry {
  /**
   * Resolves when each has been answered, has failed or is decided; attempts that are decided
   * already are left out. @throws NotSignedInError
   */
  about(ids: readonly string[]): Promise<InquiryResult>;
}

export interface InquiryParts {
  readonly attempts: AttemptStore;
  readonly watcher: Watcher;
  readonly session: SessionService;
}

type Outcome = 'decided' | 'open' | { readonly failed: CashierError };

export function createInquiry({ attempts, watcher, session }: InquiryParts): Inquiry {
  const isOpen = (id: string): boolean => {
    const attempt = attempts.get(id);
    return attempt !== null && isUndecided(attempt);
  };

  async function ask(id: string): Promise<Outcome> {
    const problem = await watcher.askNow(id);
    if (!isOpen(id)) return 'decided';
    return problem === null ? 'open' : { failed: problem };
  }

  return {
    async about(ids) {
      if (session.current() === null) throw noSession(session);
      const outcomes = await Promise.all(ids.filter(isOpen).map(ask));
      const failures = outcomes.flatMap((one) => (typeof one === 'string' ? [] : [one.failed]));
      return {
        decided: outcomes.filter((one) => one === 'decided').length,
        open: outcomes.filter((one) => one === 'open').length,
        failed: failures.length,
        problem: failures[0] ?? null,
      };
    },
  };
}
