import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { HttpOutcome } from '../../../miniprogram/core/http-outcome';
import type { Http, HttpRequest } from '../../../miniprogram/utils/http';
import type { Platform } from '../../../miniprogram/utils/platform';
import { handedOver } from '../fakes/hand-over';
import { FakeSecretStorage } from '../world/fake-secret-storage';

/** A platform on Node with real time and real HTTP, for running the app's services without a phone. */
export interface NodePlatform extends Platform {
  /** What the next scans bring; null is a cancelled scan. */
  readonly scans: (string | null)[];
  readonly stored: Map<string, string>;
}

export function createNodePlatform(): NodePlatform {
  const scans: (string | null)[] = [];
  const stored = new Map<string, string>();
  return {
    scans,
    stored,
    clock: {
      now: () => Date.now(),
      after: (ms, callback) => {
        const timer = setTimeout(callback, ms);
        return () => {
          clearTimeout(timer);
        };
      },
    },
    random: {
      hex: (length) => Promise.resolve(randomBytes(length).toString('hex')),
      fraction: () => 0.5,
    },
    http: createNodeHttp(),
    storage: {
      keys: () => Promise.resolve(Array.from(stored.keys())),
      read: (key) => Promise.resolve(stored.get(key) ?? null),
      write: (key, value) => {
        stored.set(key, value);
        return Promise.resolve();
      },
      remove: (key) => {
        stored.delete(key);
        return Promise.resolve();
      },
    },
    secrets: new FakeSecretStorage(),
    scanner: { scan: () => Promise.resolve(scans.shift() ?? null) },
    feedback: { vibrate: () => undefined, keepScreenOn: () => undefined },
    sound: { play: () => undefined },
    network: {
      online: () => Promise.resolve(true),
      onReturn: () => undefined,
      onWeak: () => undefined,
    },
    appUpdate: { onReady: () => undefined, restart: () => undefined },
    restart: () => Promise.resolve(false),
    ...handedOver(),
  };
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
