import type { HttpRequest } from '../../../miniprogram/utils/http';
import { HmacSHA256, MD5 } from './fake-crypto-js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const TOLERANCE = 60_000;
const MESSAGE = (text: string): Parameters<typeof MD5>[0] => ({
  words: [],
  text,
  toString: () => text,
});

/** The login password of a user of the model. */
export function passwordOf(user: string): string {
  return `secret-of-${user}`;
}

/** UPPER(MD5(password)), as the server keeps it. */
export function keyOf(user: string): string {
  return MD5(MESSAGE(passwordOf(user)))
    .toString()
    .toUpperCase();
}

/**
 * Checks who calls, as a Hawk server does. In the order of HawkNet (clock, then nonce) or of the
 * `hawk` package (nonce, then clock): servers differ.
 */
export class Gate {
  private readonly nonces = new Set<string>();
  /** Users whose session the server no longer takes, until they sign in again. */
  private readonly expired = new Set<string>();

  constructor(
    private readonly clockFirst: boolean,
    /** Some servers take the same nonce again. */
    private readonly checksNonce: boolean,
  ) {}

  expire(user: string): void {
    this.expired.add(user);
  }

  /** True when the nonce came before; it is kept where it counts as come. */
  private takes(nonce: string, counts: boolean): boolean {
    const used = this.nonces.has(nonce);
    if (counts) this.nonces.add(nonce);
    return used;
  }

  /** null: let in. */
  refuse(request: HttpRequest, now: number): Answer | null {
    const header = request.headers['Authorization'] ?? '';
    const user = part(header, 'id');
    const ts = Number(part(header, 'ts'));
    const nonce = part(header, 'nonce');
    if (user === '' || nonce === '') return unauthorized('Missing authentication', '', now);
    const stale = Math.abs(ts * 1000 - now) > TOLERANCE;
    const used = this.checksNonce && this.takes(`${user} ${nonce}`, !stale || !this.clockFirst);
    if (stale && (this.clockFirst || !used)) return unauthorized('Stale timestamp', user, now);
    if (used) return unauthorized('Invalid nonce', user, now);
    if (request.url.endsWith('/Miniprogram/Login')) this.expired.delete(user);
    if (this.expired.has(user)) return unauthorized('Unauthorized', '', now);
    return null;
  }
}

function part(header: string, name: string): string {
  const begin = header.indexOf(`${name}="`);
  if (begin === -1) return '';
  const from = begin + name.length + 2;
  return header.slice(from, header.indexOf('"', from));
}

/** The server tells its time with every refusal of a known user, as some do. */
function unauthorized(error: string, user: string, now: number): Answer {
  const ts = String(Math.floor(now / 1000));
  const tsm =
    user === '' ? '' : HmacSHA256(MESSAGE(`hawk.1.ts\n${ts}\n`), MESSAGE(keyOf(user))).toString();
  const time = user === '' ? '' : `ts="${ts}", tsm="${tsm}", `;
  return {
    status: 401,
    headers: { 'www-authenticate': `Hawk ${time}error="${error}"` },
    body: '',
  };
}
