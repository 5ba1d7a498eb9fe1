import { request as plainRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { request as secureRequest } from 'node:https';
import { HEADERS_HEADER, REFUSED_HEADER, STATUS_HEADER, TARGET_HEADER } from './forward-protocol';

/** Headers that belong to one connection and not to the message. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'proxy-connection',
]);

/** Set here from the message itself. */
const OWN = new Set(['host', 'content-length']);

type HeaderList = readonly (readonly [string, string])[];

/**
 * Sends one request of the app on, once, and streams the answer back. Nothing is repeated, nothing
 * redirected, nothing logged; where the connection to the server breaks, the browser's breaks too.
 */
export function forwardRequest(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  allowed: readonly string[],
): void {
  const target = parseTarget(String(incoming.headers[TARGET_HEADER] ?? ''));
  if (target === undefined || !allowed.includes(target.origin)) {
    incoming.resume();
    outgoing.writeHead(403, { [REFUSED_HEADER]: '1' }).end();
    return;
  }
  const send = target.protocol === 'https:' ? secureRequest : plainRequest;
  const upstream = send(target, {
    method: incoming.method ?? 'GET',
    headers: outgoingHeaders(incoming, target),
    // A connection of its own: a kept one could be dropped and would blur what the app did.
    agent: false,
    setHost: false,
  });
  const breakBoth = (): void => {
    upstream.destroy();
    incoming.socket.destroy();
  };
  upstream.on('error', breakBoth);
  upstream.on('response', (answer) => {
    answer.on('error', breakBoth);
    answer.on('aborted', breakBoth);
    outgoing.writeHead(200, answerHeaders(answer));
    answer.pipe(outgoing);
  });
  // The app gave up, or the phone lost its network.
  outgoing.on('close', () => upstream.destroy());
  incoming.pipe(upstream);
}

function parseTarget(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function outgoingHeaders(incoming: IncomingMessage, target: URL): Record<string, string> {
  const headers: Record<string, string> = { Host: target.host };
  const length = incoming.headers['content-length'];
  if (length !== undefined) headers['Content-Length'] = length;
  for (const [name, value] of decode(String(incoming.headers[HEADERS_HEADER] ?? ''))) {
    const lower = name.toLowerCase();
    if (!HOP_BY_HOP.has(lower) && !OWN.has(lower)) headers[name] = value;
  }
  return headers;
}

function answerHeaders(answer: IncomingMessage): Record<string, string> {
  const list: [string, string][] = [];
  for (let index = 0; index + 1 < answer.rawHeaders.length; index += 2) {
    const [name = '', value = ''] = answer.rawHeaders.slice(index, index + 2);
    if (!HOP_BY_HOP.has(name.toLowerCase())) list.push([name, value]);
  }
  return {
    [STATUS_HEADER]: String(answer.statusCode ?? 0),
    [HEADERS_HEADER]: Buffer.from(JSON.stringify(list)).toString('base64'),
    'content-type': 'application/octet-stream',
    'cache-control': 'no-store',
  };
}

function decode(text: string): HeaderList {
  if (text === '') return [];
  return JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as HeaderList;
}
