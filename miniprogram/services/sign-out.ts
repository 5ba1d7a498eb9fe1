import { type Attempt, isUndecided } from '../core/attempt';
import { SignOutRefusedError } from '../core/errors/sign-out-refused-error';
import type { AttemptStore } from './attempt-store';
import type { Collector } from './collector';
import type { Draft } from './draft';
import type { SessionService } from './session';

/** Ends a shift on this phone. */
export interface SignOut {
  /** Why nobody may sign out now; null: they may. */
  refusal(): SignOutRefusedError | null;
  /** The attempts that stay on this phone for whoever signs in next, oldest first. */
  undecided(): readonly Attempt[];
  /** @throws SignOutRefusedError: still signed in; SessionNotForgottenError: signed out all the same */
  now(): Promise<void>;
}

export interface SignOutParts {
  readonly attempts: AttemptStore;
  readonly collector: Collector;
  readonly draft: Draft;
  readonly session: SessionService;
}

export function createSignOut({ attempts, collector, draft, session }: SignOutParts): SignOut {
  function refusal(): SignOutRefusedError | null {
    if (collector.busy()) return new SignOutRefusedError('collecting');
    // Also one whose answer will still say what became of it.
    const sending = attempts.all().some(({ state }) => state === 'submitted');
    return sending ? new SignOutRefusedError('sending') : null;
  }

  return {
    refusal,
    undecided: () =>
      attempts
        .all()
        .filter((one) => one.server === session.server.baseUrl && isUndecided(one))
        .sort((a, b) => a.preparedAt - b.preparedAt),
    async now() {
      const refused = refusal();
      if (refused !== null) throw refused;
      // What one person has typed is not the next one's to collect.
      draft.clear();
      await session.signOut();
    },
  };
}
