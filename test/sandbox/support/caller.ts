import { createCipheriv, createHash } from 'node:crypto';
import { request as httpRequest, type Agent, type IncomingHttpHeaders } from 'node:http';
import { client } from 'hawk';
import type { CipherProfile } from '../../../sandbox/cipher/profiles';

/** What came back over a real socket. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Call {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** Default: a connection of its own for every call. */
  agent?: Agent;
}

/** One HTTP call on a real socket; rejects where the connection breaks. */
export function send(url: string, call: Call = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body, agent = false } = call;
    const request = httpRequest(url, { method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** UPPER(MD5(password)), written here again so that the sandbox is not judged by itself. */
export function keyOf(password: string): string {
  return createHash('md5').update(password, 'utf8').digest('hex').toUpperCase();
}

/** What a cashier does to a scanned code, by node:crypto. */
export function encrypt(code: string, key: string, profile: CipherProfile = 'sha256-ecb'): string {
  const hashed = createHash('sha256').update(key, 'utf8').digest().subarray(0, 24);
  const desKey = profile === 'utf8-ecb' ? Buffer.from(key.slice(0, 24), 'utf8') : hashed;
  const iv = { 'sha256-cbc-keyiv': hashed.subarray(0, 8), 'sha256-cbc-zeroiv': Buffer.alloc(8) }[
    profile as string
  ];
  const cipher = createCipheriv(iv ? 'des-ede3-cbc' : 'des-ede3', desKey, iv ?? null);
  return cipher.update(code, 'utf8', 'base64') + cipher.final('base64');
}

export interface Signing {
  login?: string;
  password?: string;
  /** Seconds since 1970. */
  timestamp: number;
  nonce?: string;
  method?: string;
  body?: string;
}

/** An Authorization header by hawk's own client. */
export function sign(url: string, signing: Signing): string {
  const { login = '1001', password = '123456', method = 'GET', timestamp, nonce, body } = signing;
  const { header } = client.header(url, method, {
    credentials: { id: login, key: keyOf(password), algorithm: 'sha256' },
    timestamp,
    ...(nonce !== undefined && { nonce }),
    ...(body !== undefined && { payload: body, contentType: 'application/json' }),
  });
  return header;
}
