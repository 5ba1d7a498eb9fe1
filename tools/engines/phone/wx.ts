import type { PageStack } from './page-stack';
import type { Timers } from './timers';
import { ask } from './wire';

type Options = Record<string, unknown> & {
  success?: (result: unknown) => void;
  fail?: (result: unknown) => void;
  complete?: (result: unknown) => void;
};
type Call = (options?: Options) => unknown;

/** What one key of the storage holds; encrypted values are kept apart, as WeChat does. */
export type Stored = readonly (readonly [string, unknown])[];

/** What a server says to a request, or that it says nothing. */
interface Reply {
  readonly statusCode: number;
  readonly header: Record<string, string>;
  readonly data: string;
}

export interface WxParts {
  readonly timers: Timers;
  readonly stack: PageStack;
  readonly stored: Stored;
  /** Called as a barcode call has reached the server; true: this phone dies before its answer. */
  readonly killed: () => boolean;
}

/** How long things take on this phone, ms. */
const TAKES = { request: 60, page: 20, scan: 900, other: 1 };

/**
 * `wx` as far as the cashier uses it. Requests and scans are answered from outside; what is not written
 * here succeeds with nothing, and an object that is asked for takes any call.
 */
export function createWx({ timers, stack, stored, killed }: WxParts): {
  wx: object;
  storage: () => Stored;
} {
  const storage = new Map(stored);
  const answer = (options: Options, ms: number, work: () => Record<string, unknown>): unknown => {
    const { success, fail, complete } = options;
    const run = (resolve: (value: unknown) => void, reject: (reason: unknown) => void): void => {
      timers.after(ms, () => {
        try {
          const result = { errMsg: 'ok', ...work() };
          resolve(result);
          complete?.(result);
        } catch (error) {
          const failure = { errMsg: `fail ${String(error)}`, errno: 600001 };
          reject(failure);
          complete?.(failure);
        }
      });
    };
    if (success !== undefined || fail !== undefined || complete !== undefined) {
      run(success ?? nothing, fail ?? nothing);
      return { abort: nothing, onHeadersReceived: nothing };
    }
    return new Promise(run);
  };
  const succeed =
    (result: Record<string, unknown> = {}): Call =>
    (options = {}) =>
      answer(options, TAKES.other, () => result);
  const slot = ({ key, encrypt }: Options): string =>
    `${encrypt === true ? 'encrypted' : 'plain'} ${String(key)}`;
  const go = (change: (url: string) => void): Call => {
    return (options = {}) =>
      answer(options, TAKES.page, () => {
        change(String(options['url']));
        return {};
      });
  };

  const own: Record<string, Call> = {
    getAccountInfoSync: () => ({ miniProgram: { envVersion: 'develop', version: '' } }),
    getAppBaseInfo: () => ({ SDKVersion: '3.8.12', version: '8.0.60', theme: 'light' }),
    getWindowInfo: () => ({ windowWidth: 390, windowHeight: 844, pixelRatio: 3 }),
    getDeviceInfo: () => ({ platform: 'engine', system: '', model: '' }),
    canIUse: () => true,
    getNetworkType: succeed({ networkType: 'wifi', weakNet: false }),
    showModal: succeed({ confirm: true, cancel: false }),
    getStorageInfo: (options = {}) =>
      answer(options, TAKES.other, () => ({
        keys: Array.from(storage.keys(), (key) => key.slice(key.indexOf(' ') + 1)),
      })),
    getStorage: (options = {}) =>
      answer(options, TAKES.other, () => {
        const key = slot(options);
        if (!storage.has(key)) throw new Error('data not found');
        return { data: storage.get(key) };
      }),
    setStorage: (options = {}) =>
      answer(options, TAKES.other, () => {
        storage.set(slot(options), options['data']);
        return {};
      }),
    removeStorage: (options = {}) =>
      answer(options, TAKES.other, () => {
        storage.delete(slot(options));
        return {};
      }),
    getRandomValues: (options = {}) =>
      answer(options, TAKES.other, () => {
        const bytes = new Uint8Array(Number(options['length']));
        return { randomValues: bytes.map(() => Math.floor(Math.random() * 256)).buffer };
      }),
    scanCode: (options = {}) =>
      answer(options, TAKES.scan, () => ({ result: String(ask('scan', timers.now())) })),
    request: (options = {}) =>
      answer(options, TAKES.request, () => {
        const { url, method = 'GET', header, data } = options;
        const reply = ask('request', { now: timers.now(), url, method, header, data }) as Reply;
        if (String(url).endsWith('/Barcode') && killed()) timers.end();
        return { ...reply };
      }),
    navigateTo: go((url) => stack.open(url)),
    redirectTo: go((url) => stack.replace(url)),
    reLaunch: go((url) => {
      while (stack.pages.length > 1) stack.back();
      stack.replace(url);
    }),
    navigateBack: (options = {}) =>
      answer(options, TAKES.page, () => {
        for (let left = Number(options['delta'] ?? 1); left > 0; left -= 1) stack.back();
        return {};
      }),
  };
  const wx = new Proxy(own, {
    get: (target, name) =>
      name === 'env'
        ? { USER_DATA_PATH: 'wxfile://usr' }
        : (target[String(name)] ??
          ((options?: Options) => (typeof options === 'object' ? succeed()(options) : anything()))),
  });
  return { wx, storage: () => Array.from(storage) };
}

const nothing = (): void => undefined;

/** Takes any call, and is no promise. */
function anything(): object {
  return new Proxy({}, { get: (_target, name) => (name === 'then' ? undefined : nothing) });
}
