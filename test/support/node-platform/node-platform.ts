import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { HttpOutcome } from '../../../miniprogram/core/http-outcome';
import { createClock } from '../../../miniprogram/utils/clock';
import type { Http, HttpRequest } from '../../../miniprogram/utils/http';
import type { Platform } from '../../../miniprogram/utils/platform';
import { fakePlatform, mapStorage } from '../fakes/platform';

/** A platform on Node with real time and real HTTP, for running the app's services without a phone. */
export interface NodePlatform extends Platform {
  /** What the next scans bring; null is a cancelled scan. */
  readonly scans: (string | null)[];
  readonly stored: Map<string, string>;
}

export function createNodePlatform(): NodePlatform {
  const scans: (string | null)[] = [];
  const stored = new Map<string, string>();
  const platform = fakePlatform({
    clock: createClock(),
    random: {
      hex: (length) => Promise.resolve(randomBytes(length).toString('hex')),
      fraction: () => 0.5,
    },
    http: createNodeHttp(),
    storage: mapStorage(stored),
    scanner: { scan: () => Promise.resolve(scans.shift() ?? null) },
  });
  return { ...platform, scans, stored };
}

/** A connection of its own for each request: nothing on the way may repeat a POST. */
function createNodeHttp(): Http {
  return { send: (request) => new Promise((resolve) => sendOnce(request, resolve)) };
}

function sendOnce(request: HttpRequest, resolve: (outcome: HttpOutcome) => void): void {
  const noAnswer = (): void => {
    resolve({ kind: 'noAnswer', reason: 'timeoutOrNetwork' });
  };
  const { method, url, headers, timeout } = request;
  const call = httpRequest(url, { method, headers, timeout, agent: false }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', noAnswer);
    response.on('end', () => {
      const { statusCode = 0, headers: received } = response;
      const texts = Object.entries(received).map(([name, value]) => [name, String(value)] as const);
      const body = Buffer.concat(chunks).toString('utf8');
      resolve({ kind: 'answer', status: statusCode, headers: Object.fromEntries(texts), body });
    });
  });
  call.on('timeout', () => call.destroy());
  call.on('error', noAnswer);
  if (request.body !== null) call.write(request.body);
  call.end();
}
