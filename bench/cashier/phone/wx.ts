import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers';
import type { AppService } from './app-service';
import { collectGarbage } from './collect-garbage';
import { cpuTime } from './cpu-time';

type Options = Record<string, unknown> & {
  success?: (result: unknown) => void;
  complete?: (result: unknown) => void;
};

/** Moments of one payment, ms of `cpuTime`. */
export interface Moments {
  scanned: number;
  sent: number;
  answered: number;
}

/** Not functions, or a framework's own. */
const NO_CALLS = new Set<string | symbol>(['env', 'cloud', 'webpackJsonp']);

/** What the scanner reads, a new one for every payment. */
const code = (number: number): string => `13${String(number).padStart(16, '0')}`;

/**
 * `wx` that answers at once, so that only the app's own script is on the clock. What is not written
 * here succeeds with nothing.
 */
export function createWx(service: AppService): { wx: object; moments: Moments } {
  const moments: Moments = { scanned: 0, sent: 0, answered: 0 };
  const stored = new Map<string, unknown>();
  let payments = 0;
  const succeed = (options: Options | undefined, result: Record<string, unknown> = {}): unknown => {
    const answer = { errMsg: 'ok', ...result };
    return Promise.resolve().then(() => {
      options?.success?.(answer);
      options?.complete?.(answer);
      return answer;
    });
  };
  const own: Record<string, (options: Options) => unknown> = {
    getAccountInfoSync: () => ({ miniProgram: { envVersion: 'develop', version: '' } }),
    getSystemInfoSync: () => ({ platform: 'android', SDKVersion: '3.8.12', windowWidth: 390 }),
    getAppBaseInfo: () => ({ SDKVersion: '3.8.12' }),
    getWindowInfo: () => ({ windowWidth: 390, windowHeight: 844, pixelRatio: 3 }),
    getDeviceInfo: () => ({ platform: 'android' }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    canIUse: () => true,
    nextTick: (callback) => queueMicrotask(callback as unknown as () => void),
    getNetworkType: (options) => succeed(options, { networkType: 'wifi', weakNet: false }),
    getStorageInfo: (options) => succeed(options, { keys: Array.from(stored.keys()) }),
    getStorage: (options) => succeed(options, { data: stored.get(String(options['key'])) }),
    setStorage: (options) => {
      stored.set(String(options['key']), options['data']);
      return succeed(options);
    },
    removeStorage: (options) => {
      stored.delete(String(options['key']));
      return succeed(options);
    },
    getRandomValues: (options) =>
      succeed(options, {
        randomValues: Uint8Array.from(randomBytes(Number(options['length']))).buffer,
      }),
    scanCode: async (options) => {
      payments += 1;
      // A customer takes longer than the read that is sent meanwhile.
      await new Promise<void>((resolve) => {
        later(10, resolve);
      });
      collectGarbage('young');
      moments.scanned = cpuTime();
      return succeed(options, { result: code(payments) });
    },
    request: (options) => {
      const url = String(options['url']);
      if (url.includes('/Barcode')) moments.sent = cpuTime();
      // After the page that waits for it has been opened.
      later(2, () => {
        if (url.includes('/Barcode')) moments.answered = cpuTime();
        const data = JSON.stringify(answerOf(url, options['data']));
        options.success?.({ errMsg: 'request:ok', statusCode: 200, header: {}, data });
        options.complete?.({ errMsg: 'request:ok' });
      });
      return { abort: () => undefined, onHeadersReceived: () => undefined };
    },
    navigateTo: (options) => opened(options, () => service.pages.open(String(options['url']))),
    redirectTo: (options) => opened(options, () => service.pages.replace(String(options['url']))),
    navigateBack: (options) => opened(options, () => service.pages.back()),
  };
  /** WeChat's native side makes the page, so its script runs in a turn of its own. */
  const opened = (options: Options, change: () => void): unknown =>
    new Promise((resolve) => {
      later(1, () => {
        change();
        resolve(succeed(options));
      });
    });
  const wx = new Proxy(own, {
    get: (target, name) =>
      NO_CALLS.has(name)
        ? target[String(name)]
        : (target[String(name)] ?? ((options?: Options) => nothing(options, succeed))),
  });
  return { wx, moments };
}

function later(turns: number, step: () => void): void {
  setImmediate(() => {
    if (turns <= 1) step();
    else later(turns - 1, step);
  });
}

/** Succeeds, and stands for whatever object the call would give. */
function nothing(
  options: Options | undefined,
  succeed: (options: Options | undefined) => unknown,
): unknown {
  if (typeof options === 'object') return succeed(options);
  return new Proxy({}, { get: (_target, name) => (name === 'then' ? undefined : () => undefined) });
}

function answerOf(url: string, body: unknown): object {
  const bill = decodeURIComponent(url.slice(url.lastIndexOf('/') + 1));
  const answer = (tag: unknown): object => ({ errcode: 0, errmsg: '', tag });
  if (url.includes('/Login')) return answer({ token: 'T', username: '1001', nickname: '小王' });
  if (url.includes('/Barcode')) {
    const { billnum } = JSON.parse(String(body)) as { billnum: string };
    return answer({ autoid: 7001, billnum, billpaystate: '3' });
  }
  if (url.includes('/Print/Content/')) {
    return answer({ billnum: bill, cost: 28, real: 0, details: [] });
  }
  return url.includes('/SimpleRet/') ? answer([]) : answer({ billnum: bill, paystate: '1' });
}
