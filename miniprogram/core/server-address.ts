import { cleanText, hasBreak } from './text';

/** A server's base URL in the parts that signing needs. */
export interface ServerAddress {
  /** "https://pos.example.com:8443/pos", without a trailing slash. */
  readonly baseUrl: string;
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
  /** "/pos", or '' */
  readonly basePath: string;
}

const BASE_URL =
  /^(https?):\/\/([A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\])(?::(\d{1,5}))?((?:\/[^\s?#]*)?)$/;

/** What a path cannot carry as it is: whatever sends it would encode it after it was signed. */
const ENCODED_ON_THE_WAY = /[^\x21-\x7e]+|["<>\\^`{|}]/g;

/**
 * Reads a base URL; null when it is not http(s)://host[:port][/path]. It is taken as it goes over the
 * wire, because the wire is what is signed: host in lower case, no default port, the path encoded.
 */
export function parseServerAddress(text: string): ServerAddress | null {
  const clean = cleanText(text);
  const match = BASE_URL.exec(clean);
  if (match === null || hasBreak(clean)) return null;
  const [, scheme = '', spelled = '', port, path = ''] = match;
  // Half a character cannot be encoded, and a dot segment would be resolved on the way.
  if (/[\ud800-\udfff]/u.test(path) || /\/\.{1,2}(?:\/|$)/.test(path)) return null;
  const host = spelled.toLowerCase();
  if (port !== undefined && !isPort(Number(port))) return null;
  const secure = scheme === 'https';
  const basePath = path.replace(/\/+$/, '').replace(ENCODED_ON_THE_WAY, encodeURIComponent);
  const usual = secure ? 443 : 80;
  const number = port === undefined ? usual : Number(port);
  const authority = number === usual ? host : `${host}:${String(number)}`;
  return {
    baseUrl: `${scheme}://${authority}${basePath}`,
    secure,
    host,
    port: number,
    basePath,
  };
}

function isPort(port: number): boolean {
  return port >= 1 && port <= 65_535;
}

/** This computer and private networks: the only places where plain http may go, and only in develop. */
const LOCAL =
  /^(?:localhost|\[::1\]|127(?:\.\d{1,3}){3}|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})$/i;

export function isLocal({ host }: ServerAddress): boolean {
  return LOCAL.test(host);
}
