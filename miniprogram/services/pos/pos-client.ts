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
import { hawkHeader, saysReplayed } from '../../utils/hawk';
import type { Http } from '../../utils/http';
import { within } from '../../utils/within';
import { type ClockAnswer, clockProblem, readClockAnswer, usableUnverified } from './clock-answer';
import type { ServerClock } from './server-clock';

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
  /** A call of another product line: its refusal says nothing about the session here. */
  readonly otherLine?: true;
  /**
   * A read that a server may keep from some roles: its 403 is about this read alone, and makes it
   * unreadable. A 401 is about who asks, here as anywhere.
   */
  readonly ownRight?: true;
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
   * by the server's verified time, or by the time it tells without proof where `unverifiedClock`
   * allows that and the server is reached by https. Refused for a nonce that came before, it is
   * repeated once with a fresh one; refused so again, it has no answer.
   *
   * @throws NotSignedInError, SessionRefusedError, ClockWrongError, NoAnswerError, ServerRefusedError,
   *   UnreadableAnswerError
   */
  read(request: PosRequest): Promise<unknown>;
}

export interface PosClientParts {
  readonly address: ServerAddress;
  readonly http: Http;
  /** The phone's. */
  readonly clock: Clock;
  /** One for all clients of this server. */
  readonly serverClock: ServerClock;
  readonly nextNonce: () => Promise<string>;
  readonly settings: Pick<Settings, 'signing' | 'signedAuthority' | 'unverifiedClock'>;
  readonly credentials: () => PosCredentials | null;
}

/** How much longer than its own timeout a read may take before it counts as unanswered, ms. */
const DEADLINE_GRACE = 5_000;

const UNANSWERED: HttpOutcome = { kind: 'noAnswer', reason: 'timeoutOrNetwork' };

const JSON_TYPE = 'application/json';

export function createPosClient(parts: PosClientParts): PosClient {
  const { address, http, clock, serverClock, settings } = parts;

  async function signedHeaders(
    request: PosRequest,
    credentials: PosCredentials,
    signedAt: number,
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
        ts: Math.floor(signedAt / 1000),
        nonce: await parts.nextNonce(),
      },
    );
    return headers;
  }

  function send(request: PosRequest, headers: Record<string, string>): Promise<HttpOutcome> {
    const { method, path, body, timeout } = request;
    return http.send({ method, url: `${address.baseUrl}/${path}`, headers, body, timeout });
  }

  function clockAnswer(
    outcome: HttpOutcome,
    { user, key }: PosCredentials,
    signedAt: number,
  ): ClockAnswer | null {
    return readClockAnswer(outcome, { id: user, key: key.reveal() }, signedAt);
  }

  /** Takes up the server's time if it was signed with our key. */
  function learnVerified(answer: ClockAnswer | null): boolean {
    if (answer === null || answer.verified === null) return false;
    serverClock.setOffset(answer.verified - clock.now());
    return true;
  }

  /** Takes up a time without proof, where that is allowed. */
  function learnUnverified(answer: ClockAnswer | null, signedAt: number): boolean {
    if (answer === null || !settings.unverifiedClock || !address.secure) return false;
    const told = usableUnverified(answer, clock.now(), signedAt);
    if (told === null) return false;
    serverClock.setOffset(told - clock.now());
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
      const signedAt = serverClock.now();
      let headers: Record<string, string>;
      try {
        headers = await signedHeaders(request, credentials, signedAt);
      } catch {
        return notSent;
      }
      const outcome = await send(request, headers);
      const answer = clockAnswer(outcome, credentials, signedAt);
      const learned = learnVerified(answer);
      return { outcome, staleClockVerified: learned && answer?.saysStale === true };
    },

    async read(request) {
      const credentials = parts.credentials();
      if (credentials === null) throw new NotSignedInError();
      const once = async (): Promise<Attempted> => {
        // Signed out or lapsed since the first try: nothing more is signed with what was dropped.
        if (parts.credentials() !== credentials) throw new NotSignedInError();
        const signedAt = serverClock.now();
        const headers = await signedHeaders(request, credentials, signedAt);
        const ends = request.timeout + DEADLINE_GRACE;
        // Should WeChat ever lose a callback, one read must not stop every later one.
        const outcome = await within(clock, ends, send(request, headers), () => UNANSWERED);
        return { outcome, signedAt, answer: clockAnswer(outcome, credentials, signedAt) };
      };
      let mayRenew = true;
      const attempt = async (): Promise<Attempted> => {
        const tried = await once();
        if (!mayRenew || !isReplayRefused(tried.outcome)) return tried;
        mayRenew = false;
        learnVerified(tried.answer);
        return once();
      };
      const first = await attempt();
      if (isReplayRefused(first.outcome)) return readTag(request, first, clock.now());
      const before = serverClock.offset();
      const verified = learnVerified(first.answer);
      if (!verified && !learnUnverified(first.answer, first.signedAt)) {
        return readTag(request, first, clock.now());
      }
      const second = await attempt();
      // A time without proof that did not help was none.
      if (!verified && refused(second.outcome)) serverClock.setOffset(before);
      return readTag(request, second, clock.now());
    },
  };
}

/** One try of a call that may be repeated. */
interface Attempted {
  readonly outcome: HttpOutcome;
  /** The server's time that it was signed for, ms since 1970. */
  readonly signedAt: number;
  readonly answer: ClockAnswer | null;
}

function refused(outcome: HttpOutcome): boolean {
  return outcome.kind === 'answer' && outcome.status === 401;
}

/**
 * Network stacks repeat a call by themselves when a kept-alive connection drops, nonce and all, and
 * only the refusal of the repeat comes back: it says nothing about who is signed in.
 */
function isReplayRefused(outcome: HttpOutcome): boolean {
  if (outcome.kind !== 'answer' || outcome.status !== 401) return false;
  return saysReplayed(outcome.headers['www-authenticate'] ?? '');
}

function readTag(request: PosRequest, { outcome, answer }: Attempted, phoneNow: number): unknown {
  if (outcome.kind === 'notSent') throw new NoAnswerError('domainNotAllowed');
  if (outcome.kind === 'noAnswer') {
    throw new NoAnswerError(outcome.reason === 'interrupted' ? 'interrupted' : 'network');
  }
  const aboutClock = clockProblem(answer, phoneNow);
  if (aboutClock !== null) throw aboutClock;
  if (isReplayRefused(outcome)) throw new NoAnswerError('repeated');
  const denied = outcome.status === 403 && request.ownRight !== true;
  if (outcome.status === 401 || denied) throw new SessionRefusedError();
  if (outcome.status !== 200) throw new UnreadableAnswerError(outcome.status, 'status');
  const envelope = parseEnvelope(outcome.body);
  if (envelope === null) throw new UnreadableAnswerError(outcome.status, 'envelope');
  if (envelope.errcode !== 0) throw new ServerRefusedError(envelope.errcode, envelope.errmsg);
  return envelope.tag;
}
