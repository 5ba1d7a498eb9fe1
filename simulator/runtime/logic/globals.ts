import type { AppTimers } from './timers';

/** Names a browser has and WeChat's script does not: hidden by parameters of the same name. */
const HIDDEN = [
  'window',
  'document',
  'self',
  'top',
  'parent',
  'frames',
  'opener',
  'navigator',
  'location',
  'history',
  'screen',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'Request',
  'Response',
  'Headers',
  'FormData',
  'Blob',
  'File',
  'FileReader',
  'URL',
  'URLSearchParams',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'crypto',
  'process',
  'Buffer',
  'TextEncoder',
  'TextDecoder',
  'btoa',
  'atob',
  'alert',
  'confirm',
  'prompt',
  'structuredClone',
  'queueMicrotask',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'performance',
  'postMessage',
  'Worker',
  'SharedWorker',
  'BroadcastChannel',
  'MessageChannel',
  'Image',
  'Audio',
  'Element',
  'HTMLElement',
  'Node',
  'Event',
  'CustomEvent',
  'EventTarget',
  'AbortController',
  'MutationObserver',
  'getComputedStyle',
  'matchMedia',
  'customElements',
  'addEventListener',
  'removeEventListener',
  'dispatchEvent',
  'Intl',
  'global',
  '__simulator',
] as const;

/** What the language itself brings; `globalThis` holds nothing else. */
const LANGUAGE = [
  'Object',
  'Array',
  'Boolean',
  'Number',
  'String',
  'Symbol',
  'BigInt',
  'Math',
  'JSON',
  'Date',
  'RegExp',
  'Promise',
  'Proxy',
  'Reflect',
  'Map',
  'Set',
  'WeakMap',
  'WeakSet',
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ReferenceError',
  'EvalError',
  'URIError',
  'ArrayBuffer',
  'DataView',
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
  'parseInt',
  'parseFloat',
  'isNaN',
  'isFinite',
  'encodeURIComponent',
  'decodeURIComponent',
  'encodeURI',
  'decodeURI',
  'escape',
  'unescape',
  'NaN',
  'Infinity',
] as const;

/** WeChat runs no code from strings. The prototype is kept, for `instanceof Function`. */
function NoFunction(): never {
  throw new EvalError('小程序里不能用 new Function');
}
NoFunction.prototype = Function.prototype;

/**
 * The names every module of the app sees, with their values. Modules are compiled at the top
 * level, so what is not named here is the browser's: therefore the long list of hidden names.
 */
export function appGlobals(
  timers: AppTimers,
  api: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const visible: Record<string, unknown> = { console, ...timers, ...api };
  const realm: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const browser = window as unknown as Record<string, unknown>;
  for (const name of LANGUAGE) realm[name] = browser[name];
  Object.assign(realm, visible);
  const hidden = Object.fromEntries(HIDDEN.map((name) => [name, undefined]));
  return { ...hidden, ...visible, Function: NoFunction, globalThis: realm };
}
