/**
 * What app code must not use: things a phone lacks, or answers differently from phone to phone.
 * Each entry says what to do instead.
 */

const ABSENT = 'does not exist in a mini program: use a wx function (through utils)';
const DIFFERS = 'differs between phones: use core/time or core/money';

const browserGlobals = [
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'AbortController',
  'TextEncoder',
  'TextDecoder',
  'URL',
  'URLSearchParams',
  'atob',
  'btoa',
  'crypto',
  'structuredClone',
  'queueMicrotask',
  'requestAnimationFrame',
  'performance',
  'alert',
  'process',
  'Buffer',
  'global',
  'globalThis',
  'self',
];

/** For `no-restricted-globals`, everywhere in the mini program. */
export const restrictedGlobals = [
  ...browserGlobals.map((name) => ({ name, message: `${name} ${ABSENT}` })),
  { name: 'Intl', message: `Intl ${DIFFERS}` },
  { name: 'parseFloat', message: 'money is whole fen, never a float: use parseYuan of core/money' },
];

/** For layers that must not touch the platform. */
export const noWx = [
  { name: 'wx', message: 'wx stays in utils, pages, components and app.ts' },
  { name: 'getApp', message: 'take services from the composition root' },
  { name: 'getCurrentPages', message: 'wx stays in utils, pages, components and app.ts' },
];

/** For the pure core: its functions take the time as an argument and wait for nothing. */
export const noTime = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'].map(
  (name) => ({ name, message: 'core is pure: timers stay in services and utils' }),
);

/** For `no-restricted-properties`, everywhere in the mini program. */
export const restrictedProperties = [
  { object: 'Math', property: 'random', message: 'guessable: use the random bytes of utils' },
  { object: 'Date', property: 'parse', message: `parsing a date string ${DIFFERS}` },
  {
    object: 'Number',
    property: 'parseFloat',
    message: 'money is whole fen, never a float: use parseYuan of core/money',
  },
];

/** The clock, in the same form. */
export const noClock = [
  { object: 'Date', property: 'now', message: 'core is pure: take the time as an argument' },
];

/** For `no-restricted-syntax`, everywhere in the mini program. */
export const restrictedSyntax = [
  {
    selector: 'MemberExpression[property.name=/^toLocale/]',
    message: `toLocale… ${DIFFERS}`,
  },
  {
    selector:
      "NewExpression[callee.name='Date'] > :matches(Literal[value=/./], TemplateLiteral):first-child",
    message: `parsing a date string ${DIFFERS}`,
  },
  {
    selector: "CallExpression[callee.property.name='toFixed']",
    message: 'money is whole fen, never a float: use formatYuan of core/money',
  },
  {
    selector: 'ImportExpression',
    message: "WeChat's compiler leaves import() untouched: it fails on the phone",
  },
];

/** A clock read in disguise. */
export const noNewDate = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'core is pure: take the time as an argument',
  },
];
