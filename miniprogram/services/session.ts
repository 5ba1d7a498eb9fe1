import type { Settings } from '../config/settings';
import type { CashierError } from '../core/errors/cashier-error';
import { InvalidSignInError } from '../core/errors/invalid-sign-in-error';
import { NotSignedInError } from '../core/errors/not-signed-in-error';
import { SessionRefusedError } from '../core/errors/session-refused-error';
import { SignInRefusedError } from '../core/errors/sign-in-refused-error';
import { SessionNotForgottenError } from '../core/errors/session-not-forgotten-error';
import { isWithinShift, restOfShift } from '../core/kept-session';
import { Secret } from '../core/secret';
import { foldText } from '../core/text';
import type { ServerAddress } from '../core/server-address';
import type { Clock } from '../utils/clock';
import { sessionKey } from '../utils/crypto';
import { isHawkId } from '../utils/hawk';
import { createObservable } from '../utils/observable';
import { login } from './pos/login';
import type { PosClient, PosCredentials, PosRequest } from './pos/pos-client';
import type { SessionKeeper } from './session-keeper';

/** Who is signed in. KEY and token are never printed, and kept in encrypted storage only. */
export interface Session extends PosCredentials {
  /** Name to show. */
  readonly nickname: string;
  /** When this session began, ms since 1970 by the phone's clock. */
  readonly signedInAt: number;
}

export interface SessionService {
  readonly server: ServerAddress;
  /**
   * For calls in the name of whoever is signed in. A read that the server refuses ends the session
   * that it was signed with, whoever made it; one that takes a right of its own, by a 401 only.
   */
  readonly client: PosClient;
  current(): Session | null;
  /** The session that was there is good no more, refused by the server or older than a shift. */
  wasRefused(): boolean;
  /** The session survives a restart; false while it lives in memory only, and when nobody is signed in. */
  isKept(): boolean;
  /** Takes up the session that was kept, if it is for this server and its shift is not over. Never throws. */
  restore(): Promise<void>;
  /**
   * Signs in. The password is turned into the KEY and forgotten.
   *
   * @throws InvalidSignInError, SignInRefusedError, and what `PosClient.read` throws
   */
  signIn(user: string, password: string): Promise<Session>;
  /**
   * Drops the KEY and the token at once, from memory and from the storage. Attempts stay, and are
   * asked about again by whoever signs in next.
   *
   * @throws SessionNotForgottenError: signed out, but the storage may bring the session back
   */
  signOut(): Promise<void>;
  subscribe(listener: (session: Session | null) => void): () => void;
}

export interface SessionParts {
  readonly server: ServerAddress;
  readonly settings: Pick<Settings, 'signing' | 'readTimeout' | 'shiftHours'>;
  /** Makes a client that calls in the name of the given credentials. */
  readonly createClient: (credentials: () => PosCredentials | null) => PosClient;
  readonly keeper: SessionKeeper;
  readonly clock: Clock;
}

/** What whoever needs a session is told where there is none: a refused one is not one never begun. */
export function noSession({ wasRefused }: Pick<SessionService, 'wasRefused'>): CashierError {
  return wasRefused() ? new SessionRefusedError() : new NotSignedInError();
}

/** How often a running session is compared with the clock, ms: timers are late, and clocks are set. */
const LOOK_EVERY = 3_600_000;

export function createSessionService(parts: SessionParts): SessionService {
  const { server, settings, createClient, keeper, clock } = parts;
  const changes = createObservable<Session | null>();
  let held: Session | null = null;
  let kept = false;
  let lapsed = false;
  let stopLooking: (() => void) | null = null;

  function hold(session: Session | null, survivesRestart = false): void {
    held = session;
    kept = survivesRestart;
    look();
  }

  /** Good no more. Told in a turn of its own: it comes up while others ask. */
  function lapse(): void {
    lapsed = true;
    hold(null);
    void keeper.forget();
    void Promise.resolve().then(() => {
      changes.emit(held);
    });
  }

  /** Ends the session when its shift is over. */
  function look(): void {
    stopLooking?.();
    stopLooking = null;
    if (held === null) return;
    const { signedInAt } = held;
    const now = clock.now();
    if (!isWithinShift(signedInAt, now, settings.shiftHours)) {
      lapse();
      return;
    }
    const rest = restOfShift(signedInAt, now, settings.shiftHours);
    stopLooking = clock.after(Math.min(rest, LOOK_EVERY), look);
  }

  function current(): Session | null {
    if (held !== null && !isWithinShift(held.signedInAt, clock.now(), settings.shiftHours)) look();
    return held;
  }

  const client = createClient(current);

  /** Who is refused late, when somebody else has signed in, is gone already. */
  async function read(request: PosRequest): Promise<unknown> {
    const asker = current();
    if (asker === null && lapsed) throw new SessionRefusedError();
    try {
      return await client.read(request);
    } catch (error) {
      const ends = error instanceof SessionRefusedError && request.otherLine !== true;
      if (ends && held !== null && held === asker) lapse();
      throw error;
    }
  }

  return {
    server,
    client: { ...client, read },
    current,
    wasRefused: () => lapsed,
    isKept: () => held !== null && kept,

    async restore() {
      const found = await keeper.read();
      if (found === null || held !== null) return;
      const usable =
        found !== 'unusable' &&
        found.server === server.baseUrl &&
        isWithinShift(found.signedInAt, clock.now(), settings.shiftHours);
      if (!usable) {
        void keeper.forget();
        return;
      }
      const { user, nickname, key, token, signedInAt } = found;
      hold({ user, nickname, key, token, signedInAt }, true);
      changes.emit(held);
    },

    async signIn(user, password) {
      const id = foldText(user);
      if (id === '') throw new InvalidSignInError('noUser');
      if (password === '') throw new InvalidSignInError('noPassword');
      if (settings.signing.kind !== 'none' && !isHawkId(id)) {
        throw new InvalidSignInError('userNotAscii');
      }
      const credentials = { user: id, key: new Secret(sessionKey(password)), token: null };
      try {
        const answer = await login(
          createClient(() => credentials),
          settings.readTimeout,
        );
        const token = answer.token === null ? null : new Secret(answer.token);
        const nickname = answer.nickname === '' ? id : answer.nickname;
        const session = { ...credentials, token, nickname, signedInAt: clock.now() };
        lapsed = false;
        // Before it is kept: a late refusal of the session before would forget this one.
        hold(session);
        const survives = await keeper.keep({ ...session, server: server.baseUrl });
        if (held === session) {
          kept = survives;
          changes.emit(session);
        }
        return session;
      } catch (error) {
        throw error instanceof SessionRefusedError ? new SignInRefusedError() : error;
      }
    },

    async signOut() {
      lapsed = false;
      const was = held;
      hold(null);
      if (was !== null) changes.emit(null);
      if (!(await keeper.forget())) throw new SessionNotForgottenError();
    },

    subscribe: changes.subscribe,
  };
}
