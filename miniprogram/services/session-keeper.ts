import { decodeSession, encodeSession, type KeptSession } from '../core/kept-session';
import type { Clock } from '../utils/clock';
import type { SecretStorage } from '../utils/secret-storage';
import { within } from '../utils/within';

/** Keeps the session over a restart, in encrypted storage only. Never throws, and never hangs. */
export interface SessionKeeper {
  /** What was kept; 'unusable' for what is no session of ours; null for nothing. */
  read(): Promise<KeptSession | 'unusable' | null>;
  /** @returns whether the session survives a restart */
  keep(session: KeptSession): Promise<boolean>;
  /** @returns whether nothing is left of it */
  forget(): Promise<boolean>;
}

const KEY = 'session';

/** How long WeChat may take for one call before it counts as failed, ms: sign-in must not wait for ever. */
const PATIENCE = 3_000;

export function createSessionKeeper(secrets: SecretStorage, clock: Clock): SessionKeeper {
  /** Calls happen one after the other, in the order asked for. */
  let last: Promise<unknown> = Promise.resolve();
  /** Counts what was asked for, to know whether a late write is still wanted. */
  let asked = 0;

  /** @param whenLate told when the call ends after all, long after it counted as failed */
  function inTurn<T>(call: () => Promise<T>, otherwise: T, whenLate?: () => void): Promise<T> {
    const turn = last.then(() => {
      let late = false;
      const ended = call();
      void ended.then(() => {
        if (late) whenLate?.();
      });
      return within(clock, PATIENCE, ended, () => {
        late = true;
        return otherwise;
      });
    });
    last = turn;
    return turn;
  }

  const remove = (): Promise<boolean> => inTurn(() => succeeds(secrets.remove(KEY)), false);

  return {
    read: () =>
      inTurn(async () => {
        const text = await secrets.read(KEY);
        return text === null ? null : (decodeSession(text) ?? 'unusable');
      }, null),

    async keep(session) {
      asked += 1;
      const order = asked;
      const kept = await inTurn(
        () => succeeds(secrets.write(KEY, encodeSession(session))),
        false,
        // Signed out since, or somebody else has signed in: it must not come back.
        () => order !== asked && void remove(),
      );
      // Whoever was kept before must not come back in the place of this one.
      if (!kept) void remove();
      return kept;
    },

    forget() {
      asked += 1;
      return remove();
    },
  };
}

async function succeeds(call: Promise<void>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch {
    return false;
  }
}
