/// <reference path="./hawk.d.ts" />
import { server } from 'hawk';
import type { Clock } from '../domain/clock';
import type { User } from '../seed';
import { NonceMemory } from './nonces';
import { AuthRefused } from './refused';
import { sessionKey } from './session-key';

/** Hawk's own default: a call may be signed up to a minute early or late. */
const TOLERANCE_SECONDS = 60;
const TOLERANCE_MS = TOLERANCE_SECONDS * 1_000;

/** A call as it came in; `url` with its query and exactly as sent, because it is signed. */
export interface SignedCall {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  /** The body's text; empty for none. */
  body: string;
}

export interface HawkAuthOptions {
  users: readonly User[];
  clock: Clock;
  /** How far Hawk's clock is ahead, in milliseconds. */
  clockOffsetMs: () => number;
  signedHost?: { host: string; port: number };
}

/** Judges signatures with the server half of the real `hawk` package. */
export class HawkAuth {
  private readonly nonces: NonceMemory;
  private readonly keys: Map<string, { user: User; key: string; algorithm: 'sha256' }>;

  constructor(private readonly options: HawkAuthOptions) {
    this.nonces = new NonceMemory(options.clock, 2 * TOLERANCE_MS + 1_000);
    this.keys = new Map(
      options.users.map((user) => [
        user.login,
        { user, key: sessionKey(user.password), algorithm: 'sha256' },
      ]),
    );
  }

  /** @throws AuthRefused with Hawk's own challenge. */
  async authenticate(call: SignedCall): Promise<User> {
    const { clock, clockOffsetMs, signedHost } = this.options;
    const hawkNow = clock.now() + clockOffsetMs();
    try {
      const { credentials } = await server.authenticate(
        call,
        (id) => Promise.resolve(this.keys.get(id) ?? null),
        {
          timestampSkewSec: TOLERANCE_SECONDS,
          // The package reads the machine's clock; the difference turns it into the sandbox's.
          localtimeOffsetMsec: hawkNow - Date.now(),
          nonceFunc: (key, nonce, ts) => this.nonces.use(key, nonce, ts),
          ...(demandsHash(call) && { payload: call.body }),
          ...signedHost,
        },
      );
      return credentials.user;
    } catch (error) {
      throw refusalOf(error);
    }
  }
}

/** A body must be signed; an empty one only where the caller signed it all the same. */
function demandsHash(call: SignedCall): boolean {
  return call.body !== '' || /\bhash="/.test(String(call.headers['authorization'] ?? ''));
}

/** What `@hapi/boom` errors carry. */
interface BoomLike {
  output: { statusCode: number; headers: Record<string, string> };
}

function isBoom(error: unknown): error is BoomLike {
  return error instanceof Error && 'output' in error;
}

function refusalOf(error: unknown): unknown {
  if (!isBoom(error)) return error;
  const { statusCode, headers } = error.output;
  return new AuthRefused(statusCode === 401 ? 401 : 400, headers['WWW-Authenticate'] ?? null);
}
