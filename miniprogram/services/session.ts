import type { Settings } from '../config/settings';
import { InvalidSignInError } from '../core/errors/invalid-sign-in-error';
import { SessionRefusedError } from '../core/errors/session-refused-error';
import { SignInRefusedError } from '../core/errors/sign-in-refused-error';
import { Secret } from '../core/secret';
import type { ServerAddress } from '../core/server-address';
import type { Clock } from '../utils/clock';
import { sessionKey } from '../utils/crypto';
import { isHawkId } from '../utils/hawk';
import { createObservable } from '../utils/observable';
import { login } from './pos/login';
import type { PosClient, PosCredentials } from './pos/pos-client';

/** Who is signed in. The KEY stays in memory and is never printed. */
export interface Session extends PosCredentials {
  /** Name to show. */
  readonly nickname: string;
  /** When this session began, ms since 1970 by the phone's clock. */
  readonly signedInAt: number;
}

export interface SessionService {
  readonly server: ServerAddress;
  /** For calls in the name of whoever is signed in. */
  readonly client: PosClient;
  current(): Session | null;
  /** The server refused the session that was there; staff must sign in again. */
  wasRefused(): boolean;
  /**
   * Signs in. The password is turned into the KEY and forgotten.
   *
   * @throws InvalidSignInError, SignInRefusedError, and what `PosClient.read` throws
   */
  signIn(user: string, password: string): Promise<Session>;
  /**
   * Drops the KEY and the token at once. Attempts stay, and are asked about again by whoever signs in
   * next.
   */
  signOut(): Promise<void>;
  /** Drops the KEY because the server no longer takes it. */
  refuse(): void;
  subscribe(listener: (session: Session | null) => void): () => void;
}

export interface SessionParts {
  readonly server: ServerAddress;
  readonly settings: Pick<Settings, 'signing' | 'readTimeout'>;
  /** Makes a client that calls in the name of the given credentials. */
  readonly createClient: (credentials: () => PosCredentials | null) => PosClient;
  readonly clock: Clock;
}

export function createSessionService(parts: SessionParts): SessionService {
  const { server, settings, createClient, clock } = parts;
  const changes = createObservable<Session | null>();
  let current: Session | null = null;
  let refused = false;

  function become(session: Session | null): void {
    current = session;
    changes.emit(current);
  }

  return {
    server,
    client: createClient(() => current),
    current: () => current,
    wasRefused: () => refused,

    async signIn(user, password) {
      const id = user.trim();
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
        refused = false;
        become(session);
        return session;
      } catch (error) {
        throw error instanceof SessionRefusedError ? new SignInRefusedError() : error;
      }
    },

    signOut: () => {
      refused = false;
      if (current !== null) become(null);
      return Promise.resolve();
    },

    refuse: () => {
      if (current === null) return;
      refused = true;
      become(null);
    },
    subscribe: changes.subscribe,
  };
}
