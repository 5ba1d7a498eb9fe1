import { readThrown, stackFrames } from '../../miniprogram/core/thrown';

const ANDROID = [
  '    at collect (https://usr/app-service.js:12:345)',
  '    at new Promise (<anonymous>)',
  '    at https://usr/app-service.js:40:1',
];
const IPHONE = [
  'onCollect@https://usr/app-service.js:12:345',
  'promiseReactionJob@[native code]',
  'https://usr/app-service.js:40:1',
  'global code@https://usr/app-service.js:50:2',
  '[native code]',
];

test.each([
  ['Android', ANDROID, 'app-service.js:12 app-service.js:40'],
  ['an iPhone', IPHONE, 'app-service.js:12 app-service.js:40 app-service.js:50'],
])('a text of App.onError is taken apart: %s', (_phone, frames, places) => {
  const message = "MiniProgramError\nundefined is not an object (evaluating 'a.b') at 13:45";
  const read = readThrown([message, ...frames].join('\n'));
  expect(read.message).toBe(message);
  expect(stackFrames(read.stack)).toBe(places);
});

test('an error of either engine, whatever realm it is of', () => {
  const v8 = { message: 'see a.js:7', stack: ['Error: see a.js:7', ...ANDROID].join('\n') };
  expect(readThrown(v8).message).toBe('see a.js:7');
  expect(stackFrames(readThrown(v8).stack)).toBe('app-service.js:12 app-service.js:40');
  const jsc = { message: 'x', stack: IPHONE.join('\n') };
  expect(stackFrames(readThrown(jsc).stack)).toBe(
    'app-service.js:12 app-service.js:40 app-service.js:50',
  );
});

test.each([
  [{ errMsg: 'navigateBack:fail' }, 'navigateBack:fail', ''],
  ['no frames\nat all', 'no frames\nat all', ''],
  ['look at me@home', 'look at me@home', ''],
  ['user@example.com is unknown', 'user@example.com is unknown', ''],
  ['@vant/weapp button broke', '@vant/weapp button broke', ''],
  ['failed\nat 14:05 by the server\nwhy: x', 'failed\nat 14:05 by the server\nwhy: x', ''],
  ['at 14:05', 'at 14:05', ''],
  ['', '', ''],
  [undefined, '', ''],
  [null, '', ''],
  [7, '', ''],
  [{ message: 1, stack: {} }, '', ''],
  ['f@https://usr/a.js:1:2', '', 'f@https://usr/a.js:1:2'],
])('%j → %j', (thrown, message, stack) => {
  expect(readThrown(thrown)).toEqual({ message, stack });
});

test('of a stack only files and lines are kept', () => {
  const stack = [
    'Error: 134567890123456789 123456',
    '    at collect (http://127.0.0.1:8600/appservice/pages/collect/collect.js:12:34)',
    '    at Object.tap (weapp:///miniprogram_npm/@vant/weapp/button/index.js:7)',
    '    at async Promise.all (index 0)',
    '    at secret134567890123456789.js:5:1',
  ].join('\n');
  expect(stackFrames(stack)).toBe('collect.js:12 button/index.js:7 secret[code].js:5');
  expect(stackFrames('')).toBe('');
});

test.each([
  ['onTap@http://127.0.0.1:8600/appservice/pages/a/a.js?t=1:2:3', 'a.js:2'],
  ['tap@weapp:///miniprogram_npm/@vant/weapp/button/index.js:7', 'button/index.js:7'],
  ['f134567890123456789@https://usr/secret134567890123456789.js:5:1', 'secret[code].js:5'],
  ['forEach@[native code]', ''],
  ['do it@https://usr/app-service.js:3:4', 'app-service.js:3'],
])('JavaScriptCore: %s', (line, places) => {
  expect(stackFrames(line)).toBe(places);
});

test('a message that looks like frames, or is longer than a stack is read, hides none', () => {
  const message = `${'x'.repeat(5_000)}\n    at my-secret-PIN-7391.js:4:1`;
  const read = readThrown({ message, stack: `Error: ${message}\n${ANDROID.join('\n')}` });
  expect(stackFrames(read.stack)).toBe('app-service.js:12 app-service.js:40');
});

test('a long line costs no more than its length', () => {
  const line = `${'a.js'.repeat(50_000)}:x`;
  expect(readThrown(line)).toEqual({ message: line, stack: '' });
});
