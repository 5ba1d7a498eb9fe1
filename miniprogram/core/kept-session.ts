import { parseObject } from './json';
import { Secret } from './secret';

/** A session as it is kept over a restart. The password is not in it, and was never kept. */
export interface KeptSession {
  /** Base URL of the server it belongs to. */
  readonly server: string;
  readonly user: string;
  readonly nickname: string;
  readonly key: Secret<string>;
  readonly token: Secret<string> | null;
  /** ms since 1970 by the phone's clock. */
  readonly signedInAt: number;
}

/** Raised when the fields change; a session in another format is dropped, not guessed at. */
const FORMAT = 1;

/** UPPER(MD5(password)). */
const KEY = /^[0-9A-F]{32}$/;

/** Phones correct their clocks by themselves: so much before its own beginning a session still counts, ms. */
const CLOCK_SLACK = 600_000;

const HOUR = 3_600_000;

/** For encrypted storage only, hence a Secret. */
export function encodeSession(session: KeptSession): Secret<string> {
  const { server, user, nickname, signedInAt } = session;
  const key = session.key.reveal();
  const token = session.token === null ? null : session.token.reveal();
  return new Secret(
    JSON.stringify({ format: FORMAT, server, user, nickname, key, token, signedInAt }),
  );
}

/** null for anything that is not wholly a session of ours. */
export function decodeSession(text: Secret<string>): KeptSession | null {
  const fields = parseObject(text.reveal());
  if (fields === null || fields['format'] !== FORMAT) return null;
  const { server, user, nickname, key, token, signedInAt } = fields;
  if (!isText(server) || !isText(user) || !isText(nickname)) return null;
  if (typeof key !== 'string' || !KEY.test(key)) return null;
  if (token !== null && !isText(token)) return null;
  if (typeof signedInAt !== 'number' || !Number.isFinite(signedInAt)) return null;
  return {
    server,
    user,
    nickname,
    key: new Secret(key),
    token: token === null ? null : new Secret(token),
    signedInAt,
  };
}

/**
 * True while a session that began at `signedInAt` lasts. One that begins in the future was made before
 * the clock was set back: nobody knows how old it is.
 */
export function isWithinShift(signedInAt: number, now: number, shiftHours: number): boolean {
  const age = now - signedInAt;
  return age >= -CLOCK_SLACK && age < shiftHours * HOUR;
}

/** How long from now the session still lasts, ms; not negative. */
export function restOfShift(signedInAt: number, now: number, shiftHours: number): number {
  return Math.max(0, signedInAt + shiftHours * HOUR - now);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
