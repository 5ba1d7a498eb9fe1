import { NoAnswerError } from '../../core/errors/no-answer-error';
import { NotSignedInError } from '../../core/errors/not-signed-in-error';
import { ServerRefusedError } from '../../core/errors/server-refused-error';
import { SessionRefusedError } from '../../core/errors/session-refused-error';
import { UnreadableAnswerError } from '../../core/errors/unreadable-answer-error';
import { parseEnvelope } from '../../core/envelope';
import type { HttpOutcome } from '../../core/http-outcome';
import type { Secret } from '../../core/secret';
import type { ServerAddress } from '../../core/server-address';
import type { Settings } from '../../config/settings';
import type { Clock } from '../../utils/clock';
import { hawkHeader, saysStale, verifiedServerTime } from '../../utils/hawk';
import type { Http } from '../../utils/http';

/** Who calls. The KEY signs, the token (if the server gives one) rides in a header. */
export interface PosCredentials {
  readonly user: string;
  readonly key: Secret<string>;
  readonly token: Secret<string> | null;
}

export interface PosRequest {
  readonly method: 'GET' | 'POST';
  /** Path below the server's base URL, already percent-encoded, without a leading slash. */
  readonly path: string;
  /** JSON text; null: no body. */
  readonly body: string | null;
  /** ms */
  readonly timeout: number;
}

/** What came of a call that must not be repeated. */
export interface SingleOutcome {
  readonly outcome: HttpOutcome;
  /** A 401 said "stale timestamp" and told the server's time, signed with our key. */
  readonly staleClockVerified: boolean;
}

/** Speaks to one POS server: signs, sends, and reads the envelope. */
export interface PosClient {
  readonly address: ServerAddress;
  /** Sends exactly once, for the call that moves money. Never throws. */
  sendOnce(request: PosRequest): Promise<SingleOutcome>;
  /**
   * Sends a call that may be repeated, and gives the envelope's tag. A stale clock is mended once
   * by the server's verified time.
   *
   * @throws NotSignedInError, SessionRefusedError, NoAnswerError, ServerRefusedError, UnreadableAnswerError
   */
  read(request: PosRequest): Promise<unknown>;
}

export interface PosClientParts {
  readonly address: ServerAddress;
  readonly http: Http;
  readonly clock: Clock;
  readonly nextNonce: () => Promise<string>;
  readonly settings: Pick<Settings, 'signing' | 'signedAuthority'>;
  readonly credentials: () => PosCredentials | null;
}

/** How much longer than its own timeout a read may take before it counts as unanswered, ms. */
const DEADLINE_GRACE = 5_000;

const JSON_TYPE = 'application/json';

export function createPosClient(parts: PosClientParts): PosClient {
  const { address, http, clock, settings } = parts;
  /** Server's clock minus phone's clock, ms. In memory only. */
  let clockOffset = 0;

  async function signedHeaders(
    request: PosRequest,
    credentials: PosCredentials,
  ): Promise<Record<string, string>> {
    const headers: Record<string, string> = { Accept: JSON_TYPE };
    if (request.body !== null) headers['Content-Type'] = JSON_TYPE;
    const { signing } = settings;
    if (signing.kind === 'none') return headers;
    if (signing.kind === 'token' && credentials.token !== null) {
      headers[signing.header] = credentials.token.reveal();
      return headers;
    }
    const authority = settings.signedAuthority ?? address;
    headers['Authorization'] = hawkHeader(
      { id: credentials.user, key: credentials.key.reveal() },
      {
        method: request.method,
        resource: `${address.basePath}/${request.path}`,
        host: authority.host,
        port: authority.port,
        payload: request.body === null ? null : { contentType: JSON_TYPE, body: request.body },
      },
      {
        ts: Math.floor((clock.now() + clockOffset) / 1000),
        nonce: await parts.nextNonce(),
      },
    );
    return headers;
  }

  function send(request: PosRequest, headers: Record<string, string>): Promise<HttpOutcome> {
    const { method, path, body, timeout } = request;
    return http.send({ method, url: `${address.baseUrl}/${path}`, headers, body, timeout });
  }

  /** Learns the server's clock from a stale-timestamp answer; false when it tells none we can trust. */
  function learnClock(outcome: HttpOutcome, credentials: PosCredentials): boolean {
    if (outcome.kind !== 'answer' || outcome.status !== 401) return false;
    const seconds = verifiedServerTime(challengeOf(outcome), {
      id: credentials.user,
      key: credentials.key.reveal(),
    });
    if (seconds === null) return false;
    clockOffset = seconds * 1000 - clock.now();
    return true;
  }

  return {
    address,

    async sendOnce(request) {
      const credentials = parts.credentials();
      const notSent = {
        outcome: { kind: 'notSent', reason: 'ownCheck' },
        staleClockVerified: false,
      } as const;
      if (credentials === null) return notSent;
      let headers: Record<string, string>;
      try {
        headers = await signedHeaders(request, credentials);
      } catch {
        return notSent;
      }
      const outcome = await send(request, headers);
      const learned = learnClock(outcome, credentials);
      return { outcome, staleClockVerified: learned && saysStale(challengeOf(outcome)) };
    },

    async read(request) {
      const credentials = parts.credentials();
      if (credentials === null) throw new NotSignedInError();
      const attempt = async (): Promise<HttpOutcome> => {
        const headers = await signedHeaders(request, credentials);
        return withDeadline(send(request, headers), request.timeout + DEADLINE_GRACE, clock);
      };
      const first = await attempt();
      return readTag(learnClock(first, credentials) ? await attempt() : first);
    },
  };
}

/** Should WeChat ever lose a callback, one read must not stop every later one. */
function withDeadline(
  outcome: Promise<HttpOutcome>,
  ms: number,
  clock: Clock,
): Promise<HttpOutcome> {
  return new Promise((resolve) => {
    const stop = clock.after(ms, () => {
      resolve({ kind: 'noAnswer', reason: 'timeoutOrNetwork' });
    });
    void outcome.then((answered) => {
      stop();
      resolve(answered);
    });
  });
}

function challengeOf(outcome: HttpOutcome): string {
  return (outcome.kind === 'answer' ? outcome.headers['www-authenticate'] : undefined) ?? '';
}

function readTag(outcome: HttpOutcome): unknown {
  if (outcome.kind === 'notSent') throw new NoAnswerError('domainNotAllowed');
  if (outcome.kind === 'noAnswer') {
    throw new NoAnswerError(outcome.reason === 'interrupted' ? 'interrupted' : 'network');
  }
  if (outcome.status === 401 || outcome.status === 403) throw new SessionRefusedError();
  if (outcome.status !== 200) throw new UnreadableAnswerError(outcome.status, 'status');
  const envelope = parseEnvelope(outcome.body);
  if (envelope === null) throw new UnreadableAnswerError(outcome.status, 'envelope');
  if (envelope.errcode !== 0) throw new ServerRefusedError(envelope.errcode, envelope.errmsg);
  return envelope.tag;
}
