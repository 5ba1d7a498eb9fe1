import {
  FORWARD_PATH,
  HEADERS_HEADER,
  REFUSED_HEADER,
  STATUS_HEADER,
  TARGET_HEADER,
} from '../../server/forward-protocol';
import type { OutgoingRequest } from './request-body';

export interface ForwardAnswer {
  readonly statusCode: number;
  readonly header: Record<string, string>;
  readonly cookies: string[];
  readonly body: ArrayBuffer;
}

/** The simulator's own server refused to forward: the host is not on the list. */
export class RefusedError extends Error {}

const encode = (headers: readonly (readonly [string, string])[]): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(headers))));

const decode = (text: string): [string, string][] => {
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as [string, string][];
};

/**
 * Sends a request through the simulator's own server, so that no rule of the browser (origins,
 * forbidden headers, redirects) changes it. The app's headers travel in one header of their own.
 */
export async function forward(
  request: OutgoingRequest,
  signal: AbortSignal,
): Promise<ForwardAnswer> {
  const response = await fetch(FORWARD_PATH, {
    method: request.method,
    headers: {
      [TARGET_HEADER]: request.url,
      [HEADERS_HEADER]: encode(Object.entries(request.header)),
    },
    cache: 'no-store',
    credentials: 'omit',
    signal,
    ...(request.body === undefined ? {} : { body: request.body }),
  });
  if (response.headers.has(REFUSED_HEADER)) throw new RefusedError();
  const raw = decode(response.headers.get(HEADERS_HEADER) ?? '');
  const header: Record<string, string> = {};
  const cookies: string[] = [];
  for (const [name, value] of raw) {
    if (name.toLowerCase() === 'set-cookie') cookies.push(value);
    header[name] = header[name] === undefined ? value : `${header[name]},${value}`;
  }
  const statusCode = Number(response.headers.get(STATUS_HEADER));
  return { statusCode, header, cookies, body: await response.arrayBuffer() };
}
