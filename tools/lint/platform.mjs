/**
 * What app code must not use: things a phone lacks, or answers differently from phone to phone.
 * Each entry says what to do instead.
 */

const ABSENT = 'does not exist in a mini program: use a wx function (through utils)';
const DIFFERS = 'differs between phones: use core/time or core/money';
const MADE_ELSEWHERE = `a date made from a string ${DIFFERS}, without arguments it reads the clock`;
const REFUSED = 'is switched off on phones: code comes from files only';

const browserGlobals = [
  'window',
  'document',
  'navigator',
  'location',
  'history',
  'screen',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'Worker',
  'MessageChannel',
  'BroadcastChannel',
  'AbortController',
  'AbortSignal',
  'Headers',
  'Request',
  'Response',
  'FormData',
  'Blob',
  'File',
  'FileReader',
  'Image',
  'Audio',
  'Event',
  'EventTarget',
  'CustomEvent',
  'TextEncoder',
  'TextDecoder',
  'URL',
  'URLSearchParams',
  'atob',
  'btoa',
  'crypto',
  'structuredClone',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'performance',
  'alert',
  'confirm',
  'prompt',
  'process',
  'Buffer',
  'global',
  'globalThis',
  'self',
];

/** For `no-restricted-globals`: Android's engine has none, and others differ. */
export const noIntl = { name: 'Intl', message: `Intl ${DIFFERS}` };

/** For `no-restricted-globals`, everywhere in the mini program. */
export const restrictedGlobals = [
  ...browserGlobals.map((name) => ({ name, message: `${name} ${ABSENT}` })),
  noIntl,
  { name: 'eval', message: `eval ${REFUSED}` },
  { name: 'Function', message: `Function() ${REFUSED}` },
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

/**
 * A property by its name, however it is written: `a.b`, `a['b']`, with a template, or taken apart.
 * @param {string} name as a pattern
 */
const named = (name) => {
  const is = `/^${name}$/`;
  const member = `MemberExpression:matches([property.name=${is}], [property.value=${is}])`;
  const template = `MemberExpression > TemplateLiteral.property > TemplateElement[value.raw=${is}]`;
  const apart = `ObjectPattern > Property:matches([key.name=${is}], [key.value=${is}])`;
  return `:matches(${member}, ${template}, ${apart})`;
};

/**
 * What some phone's engine lacks, in sources and in what is uploaded, for `no-restricted-syntax`.
 * Android's has no ICU: `\\p{…}` there is a syntax error, `normalize` does nothing. A regular
 * expression may stand as such or as the text that one is made of.
 */
export const missingOnPhones = [
  {
    selector:
      ':matches(Literal[regex.pattern=/\\\\[pP]\\{/], Literal[value=/\\\\[pP]\\{/], TemplateElement[value.raw=/\\\\[pP]\\{/])',
    message: '\\p{…} is a syntax error on Android: judge characters by core/text',
  },
  {
    // iOS before 16.4 does not load a script that holds one.
    selector:
      ':matches(Literal[regex.pattern=/\\(\\?<[=!]/], Literal[value=/\\(\\?<[=!]/], TemplateElement[value.raw=/\\(\\?<[=!]/])',
    message: 'lookbehind is a syntax error on older iPhones: match more and cut',
  },
  {
    selector: named('normalize'),
    message: 'normalize does nothing on Android: fold by core/text',
  },
  {
    selector: named('(toLocale.*|localeCompare)'),
    message: `toLocale… and localeCompare: the result ${DIFFERS}`,
  },
  {
    // Android's takes /\\w/iu of a letter that is none of ASCII for another than iPhones do.
    selector: 'Literal[regex.flags=/i.*u|u.*i/]',
    message: 'case and Unicode together differ between phones: fold by core/text first',
  },
  {
    // JavaScriptCore of iOS 13 gives the rest of `[a, ...rest] = [1, 2]` as 2, not as [2].
    selector:
      ':matches(VariableDeclarator[init.type="ArrayExpression"] > ArrayPattern > RestElement, AssignmentExpression[right.type="ArrayExpression"] > ArrayPattern > RestElement)',
    message: 'the rest of an array written out is wrong on iOS 13: name it first',
  },
  { selector: named('Intl'), message: `Intl ${DIFFERS}` },
];

/** For `no-restricted-syntax`, everywhere in the mini program. */
export const restrictedSyntax = [
  ...missingOnPhones,
  {
    selector: "CallExpression[callee.property.name='toFixed']",
    message: 'money is whole fen, never a float: use formatYuan of core/money',
  },
  {
    selector: 'ImportExpression',
    message: "WeChat's compiler leaves import() untouched: it fails on the phone",
  },
];

/** What core/time, where dates are made from numbers, must not do either. */
export const noDateText = [
  {
    selector:
      "NewExpression[callee.name='Date']:matches([arguments.length=0], :has(> Literal[value=/./]:first-child), :has(> TemplateLiteral:first-child))",
    message: MADE_ELSEWHERE,
  },
];

/**
 * Dates are made in core/time only, from numbers: what stands in `new Date(text)` cannot be seen from
 * the syntax.
 */
export const noDate = [
  {
    selector: ":matches(NewExpression, CallExpression)[callee.name='Date']",
    message: MADE_ELSEWHERE,
  },
];
