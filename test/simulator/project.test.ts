import { join } from 'node:path';
import { formatDiagnostic } from '../../simulator/build/diagnostics';
import { compileProject } from '../../simulator/build/project';
import { folderTree, memoryTree } from '../../simulator/build/source-tree';

const ROOT = join(__dirname, '../..');
const NPM = join(ROOT, 'miniprogram/miniprogram_npm');

/** The smallest mini program, with some files changed. */
function compile(changes: Record<string, string>) {
  return compileProject(
    memoryTree({
      'app.json': '{ "pages": ["pages/a/a"] }',
      'app.ts': 'App({});',
      'pages/a/a.json': '{}',
      'pages/a/a.ts': 'Component({});',
      'pages/a/a.wxml': '<view>{{ x }}</view>',
      ...changes,
    }),
  );
}

const errorsOf = async (changes: Record<string, string>): Promise<string[]> => {
  const { diagnostics } = await compile(changes);
  return diagnostics.map((one) => `${one.file}:${one.line}:${one.column} ${one.message}`);
};

test('the fixture compiles without a word', async () => {
  const assets = await compileProject(folderTree(join(__dirname, 'fixtures/app'), NPM));
  expect(assets.diagnostics).toEqual([]);
  expect(assets.pages).toHaveLength(5);
  expect(Object.keys(assets.modules)).toContain('miniprogram_npm/crypto-js/index.js');
  expect(assets.components['miniprogram_npm/@vant/weapp/loading/index']).toBeDefined();
});

test('the cashier compiles without a word', async () => {
  const assets = await compileProject(folderTree(join(ROOT, 'miniprogram')));
  expect(assets.diagnostics).toEqual([]);
});

test.each([
  [
    'a page that is not there',
    { 'app.json': '{\n "pages": ["pages/a/a", "pages/b/b"] }' },
    'app.json:2:25 找不到页面文件 pages/b/b.ts',
  ],
  ['broken JSON', { 'pages/a/a.json': '{\n  "x": 1,\n}' }, 'pages/a/a.json:3:1 JSON:'],
  [
    'a component that is not there',
    { 'pages/a/a.json': '{ "usingComponents": {\n "b": "/b/b" } }' },
    'pages/a/a.json:2:7 找不到 usingComponents 里的组件 b: /b/b',
  ],
  [
    'a page without a template',
    { 'app.json': '{ "pages": ["pages/b/b"] }', 'pages/b/b.ts': '' },
    'pages/b/b.wxml:0:0 找不到模板文件',
  ],
  [
    'an end tag that is missing',
    { 'pages/a/a.wxml': '<view>\n  <text>\n</view>' },
    'pages/a/a.wxml:2:',
  ],
  ['a broken expression', { 'pages/a/a.wxml': '<view>{{ a + }}</view>' }, 'pages/a/a.wxml:1:'],
  [
    'an element nobody knows',
    { 'pages/a/a.wxml': '<!-- <x> -->\n<view><canvas /></view>' },
    'pages/a/a.wxml:2:7 <canvas> 既不是',
  ],
  [
    'a WXS file that is not there',
    { 'pages/a/a.wxml': '<wxs module="m" src="./m.wxs" />' },
    'pages/a/a.wxml:1:24 找不到 WXS 文件 pages/a/m.wxs',
  ],
  [
    'broken WXS',
    { 'pages/a/a.wxml': '<wxs module="m" src="./m.wxs" />', 'pages/a/m.wxs': 'var = 1;' },
    'pages/a/m.wxs:1:1 WXS:',
  ],
  [
    'an include that is not there',
    { 'pages/a/a.wxml': '<include src="./b.wxml" />' },
    'pages/a/a.wxml:1:17 找不到模板文件 pages/a/b.wxml',
  ],
  ['broken TypeScript', { 'pages/a/a.ts': 'Component({' }, 'pages/a/a.ts:1:'],
])('%s', async (_name, changes, expected) => {
  const errors = await errorsOf(changes);
  expect(errors.join('\n')).toContain(expected);
});

test('one build shows every mistake', async () => {
  const errors = await errorsOf({
    'app.ts': 'App({',
    'pages/a/a.wxml': '<a />',
    'app.wxss': '.a {',
  });
  expect(errors).toHaveLength(3);
});

test('a message shows the place, the words and the line', async () => {
  const { diagnostics } = await compile({ 'pages/a/a.wxml': '<view><canvas /></view>' });
  expect(diagnostics.map(formatDiagnostic).join('\n')).toBe(
    [
      '✗ pages/a/a.wxml:1:7  <canvas> 既不是模拟器有的内置组件，也没有写在 usingComponents 里',
      '    <view><canvas /></view>',
      '          ^',
    ].join('\n'),
  );
});
