import { decodeSession, encodeSession, type KeptSession } from '../core/kept-session';
import type { Clock } from '../utils/clock';
import type { SecretStorage } from '../utils/secret-storage';
import type { Storage } from '../utils/storage';
import { within } from '../utils/within';

/** Keeps the session over a restart, in encrypted storage only. Never throws, and never hangs. */
export interface SessionKeeper {
  /** What was kept; 'unusable' for what is no session of ours or must not come back; null for nothing. */
  read(): Promise<KeptSession | 'unusable' | null>;
  /** @returns whether the session survives a restart */
  keep(session: KeptSession): Promise<boolean>;
  /** @returns whether it cannot come back */
  forget(): Promise<boolean>;
}

const KEY = 'session';

/**
 * In plain storage, for encrypted storage that refuses to let go of a session: a time, ms since 1970.
 * What is kept of a session that began then or before must not come back. No secret.
 */
const VOID_KEY = 'session-void';

/** Later than any session: nobody knows which one is still there, nor whether the clock was set back. */
const ALL = Number.MAX_SAFE_INTEGER;

/** How long WeChat may take for one call before it counts as failed, ms: sign-in must not wait for ever. */
const PATIENCE = 3_000;

export function createSessionKeeper(
  secrets: SecretStorage,
  storage: Storage,
  clock: Clock,
): SessionKeeper {
  /** Calls happen one after the other, in the order asked for. */
  let last: Promise<unknown> = Promise.resolve();
  /** Counts what was asked for, to know whether a late write is still wanted. */
  let asked = 0;

  /**
   * @param call is told whether it has counted as failed meanwhile
   * @param whenLate told when the call ends after all, long after it counted as failed
   */
  function inTurn<T>(
    call: (isLate: () => boolean) => Promise<T>,
    otherwise: T,
    whenLate?: () => void,
  ): Promise<T> {
    const turn = last.then(() => {
      let late = false;
      const ended = call(() => late);
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

  /** 0: all may come back, also where plain storage cannot be read. */
  const voidUntil = async (): Promise<number> =>
    Number(await storage.read(VOID_KEY).catch(() => null)) || 0;

  const setVoid = (until: number): Promise<boolean> =>
    succeeds(storage.write(VOID_KEY, String(until)));

  const remove = (): Promise<boolean> => inTurn(() => succeeds(secrets.remove(KEY)), false);

  return {
    read: () =>
      inTurn(async () => {
        const text = await secrets.read(KEY);
        if (text === null) return null;
        const session = decodeSession(text);
        if (session === null) return 'unusable';
        return session.signedInAt > (await voidUntil()) ? session : 'unusable';
      }, null),

    keep(session) {
      asked += 1;
      const order = asked;
      const kept = inTurn(
        async (isLate) => {
          if (!(await succeeds(secrets.write(KEY, encodeSession(session))))) return false;
          // Done long after its time: what was said meanwhile of who must not come back holds.
          if (isLate() && order !== asked) return false;
          // It stands where another one stood: only what is older must still not come back.
          const { signedInAt } = session;
          return signedInAt > (await voidUntil()) || setVoid(signedInAt - 1);
        },
        false,
        // Signed out since, or somebody else has signed in: it must not come back.
        () => order !== asked && void remove(),
      );
      // Whoever was kept before must not come back in the place of this one.
      void inTurn(async () => (await kept) || setVoid(ALL), false);
      void inTurn(async () => (await kept) || succeeds(secrets.remove(KEY)), false);
      return kept;
    },

    forget() {
      asked += 1;
      const removed = remove();
      return inTurn(async () => (await removed) || setVoid(ALL), false);
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
