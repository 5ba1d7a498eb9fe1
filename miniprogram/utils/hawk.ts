import { loadCryptoJS } from './crypto';

/**
 * Hawk (header authentication) for the client. There is no RFC: the `hawk` package's API
 * documentation is the specification, and its server half judges this file in the tests.
 */
export interface HawkCredentials {
  /** User name: printable ASCII, no quotes (it stands inside a header). */
  readonly id: string;
  /** The KEY, used as UTF-8 text. */
  readonly key: string;
}

export interface HawkRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query exactly as they go over the wire. */
  readonly resource: string;
  /** Host as the server sees it; signed in lower case. */
  readonly host: string;
  readonly port: number;
  /** Body and its media type; null for GET (.NET servers refuse a payload hash there). */
  readonly payload: { readonly contentType: string; readonly body: string } | null;
}

export interface HawkStamp {
  /** Seconds since 1970, by the server's clock as far as known. */
  readonly ts: number;
  /** Unique per request; need not be secret. */
  readonly nonce: string;
}

/** The value of the `Authorization` header. A secret for as long as its timestamp is fresh. */
export function hawkHeader(
  credentials: HawkCredentials,
  request: HawkRequest,
  stamp: HawkStamp,
): string {
  const hash = request.payload === null ? '' : payloadHash(request.payload);
  const signed = [
    'hawk.1.header',
    String(stamp.ts),
    stamp.nonce,
    request.method,
    request.resource,
    request.host.toLowerCase(),
    String(request.port),
    hash,
    '', // ext: not used
    '',
  ].join('\n');
  const { ts, nonce } = stamp;
  const hashed = hash === '' ? '' : `, hash="${hash}"`;
  const mac = hmac(signed, credentials.key);
  return `Hawk id="${credentials.id}", ts="${ts}", nonce="${nonce}"${hashed}, mac="${mac}"`;
}

/**
 * The server's clock from a 401 "Stale timestamp", if the answer is really the server's.
 *
 * @param header value of `WWW-Authenticate`
 * @returns seconds since 1970; null when there is no ts, no tsm, or tsm was not made with our key
 */
export function verifiedServerTime(header: string, credentials: HawkCredentials): number | null {
  const ts = /\bts="(\d{1,12})"/.exec(header)?.[1];
  const tsm = /\btsm="([A-Za-z0-9+/=]+)"/.exec(header)?.[1];
  if (ts === undefined || tsm === undefined || !/^\s*Hawk\b/i.test(header)) return null;
  return hmac(`hawk.1.ts\n${ts}\n`, credentials.key) === tsm ? Number(ts) : null;
}

/**
 * The clock that a challenge names, whoever named it. `hasProof`: a tsm stands beside it, which only
 * `verifiedServerTime` can judge; some .NET servers send none.
 *
 * @returns seconds since 1970; null when there is no ts
 */
export function toldTime(header: string): { seconds: number; hasProof: boolean } | null {
  const ts = /\bts="(\d{1,12})"/.exec(header)?.[1];
  return ts === undefined ? null : { seconds: Number(ts), hasProof: /\btsm=/.test(header) };
}

/**
 * True when a 401 says that the timestamp was the reason. Some servers tell their time with every
 * refusal, that of a repeated nonce included.
 */
export function saysStale(header: string): boolean {
  return /\berror="stale timestamp"/i.test(header);
}

/** True when a 401 names a reason, and it is not the timestamp. */
export function statesOtherReason(header: string): boolean {
  return /\berror="[^"]/.test(header) && !saysStale(header);
}

/**
 * True when a 401 says that the nonce came before: the call arrived twice, and this is the answer to
 * its repeat. ("Invalid nonce" are the words of the `hawk` package.)
 */
export function saysReplayed(header: string): boolean {
  return /^\s*Hawk\b/i.test(header) && /\berror="[^"]*\bnonce\b/i.test(header);
}

/** True when the text can stand as a Hawk id: printable ASCII without quote and backslash. */
export function isHawkId(text: string): boolean {
  return /^[\x20-\x7e]+$/.test(text) && !/["\\]/.test(text);
}

function payloadHash({ contentType, body }: { contentType: string; body: string }): string {
  const { SHA256, enc } = loadCryptoJS();
  const mediaType = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  return SHA256(enc.Utf8.parse(`hawk.1.payload\n${mediaType}\n${body}\n`)).toString(enc.Base64);
}

function hmac(text: string, key: string): string {
  const { HmacSHA256, enc } = loadCryptoJS();
  return HmacSHA256(enc.Utf8.parse(text), enc.Utf8.parse(key)).toString(enc.Base64);
}
