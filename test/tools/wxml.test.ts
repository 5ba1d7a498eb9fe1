import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openApp } from '../../tools/wxml/app';
import { checkTemplate } from '../../tools/wxml/check';
import { checkExpressions } from '../../tools/wxml/expressions';
import { formatFinding } from '../../tools/wxml/finding';
import { elementsOf, parseWxml } from '../../tools/wxml/parse';

describe("the cashier's templates", () => {
  const root = path.resolve(__dirname, '../../miniprogram');
  const app = openApp(root);

  test.each(app.templates)('%s', (template) => {
    const mistakes = checkTemplate(app, template).map((one) => formatFinding('miniprogram', one));
    expect(mistakes).toEqual([]);
  });
});

describe('a planted mistake', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'wxml-'));
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  /** Checks one page, with one component, one Vant component and one handler to its name. */
  function check(wxml: string, more: Record<string, string> = {}): string[] {
    const files: Record<string, string> = {
      'app.json': '{ "usingComponents": { "van-button": "@vant/weapp/button/index" } }',
      'pages/a/a.wxml': wxml,
      'pages/a/a.json': '{ "usingComponents": { "own": "/components/own/own" } }',
      'pages/a/a.ts':
        'const more = { onMore() {} };\nComponent({ methods: { onTap() {}, ...more } });',
      'components/own/own.json': '{ "component": true }',
      'miniprogram_npm/@vant/weapp/button/index.json': '{ "component": true }',
      'pages/a/a.wxs': 'module.exports = { yuan: function (fen) { return fen; } };',
      ...more,
    };
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), content);
    }
    return checkTemplate(openApp(root), 'pages/a/a.wxml').map((one) => formatFinding('m', one));
  }

  test.each([
    ['an end tag forgotten', '<view>', /wcc: end tag missing/],
    ['a wrong end tag', '<view></block>', /wcc: /],
    ['a broken expression', '<view>{{ a + }}</view>', /wcc: Bad value/],
    ['wx:else without wx:if', '<view wx:else>a</view>', /wcc: .*wx:if not found/],
    ['a WXS file that is not there', '<wxs src="./b.wxs" module="m" />', /wcc: .*not found/],
    ['broken WXS', '<wxs module="m">var a = ;</wxs>', /wcc: Expected/],
    ['a doubled attribute', '<view class="a" class="b" />', /glass-easel: /],
    ['an undeclared component', '<van-cell />', /van-cell> is used but not declared/],
    ['a component that is not there', '<gone />', /declared as \.\/gone: not there/],
    ['an undefined handler', '<view bind:tap="onTab">a</view>', /methods has no onTab/],
    ['the same, old notation', '<view catchtap="onTab">a</view>', /methods has no onTab/],
    [
      'the same, chosen by an expression',
      "<view bind:tap=\"{{ on ? 'onTap' : 'onTab' }}\">a</view>",
      /methods has no onTab/,
    ],
    ['an element to tap without a name', '<view bind:tap="onTap"><image /></view>', /name/],
    ['the same on a component', '<own bind:tap="onTap" />', /<own> can be tapped but has no/],
    ['a Vant button without a name', '<van-button bind:click="onTap" />', /accessible name/],
    ['an element to tap without feedback', '<view bind:tap="onTap">a</view>', /no feedback/],
    ['the same, old notation', '<view hover-class="" catchtap="onTap">a</view>', /hover-class/],
    ['a text to tap, which takes no feedback', '<text bind:tap="onTap">a</text>', /no feedback/],
    ['an empty name', '<view aria-label="" bind:tap="onTap" />', /accessible name/],
    ['a function call', '<view>{{ format(a) }}</view>', /the call format\(\)/],
    ['a method call', '<view>{{ a.toFixed(2) }}</view>', /the call a\.toFixed\(\)/],
    ['a call in an attribute', '<view class="{{ of(a) }}" />', /the call of\(\)/],
    ['a missing part', '<include src="./gone.wxml" />', /there is no pages\/a\/gone\.wxml/],
  ])('%s is caught', (_name, wxml, message) => {
    const json = '{ "usingComponents": { "own": "/components/own/own", "gone": "./gone" } }';
    expect(check(wxml, { 'pages/a/a.json': json })).toContainEqual(expect.stringMatching(message));
  });

  // Some of these the compilers refuse too; newer ones need not.
  test.each(['a?.b', 'a ?? b', 'typeof a', '`a`', "'b' in a", 'x => x', 'new A', 'a = 1'])(
    '{{ %s }} is caught by our own check',
    (expression) => {
      const nodes = parseWxml(`<view>\n{{ ${expression} }}</view>`);
      expect(checkExpressions('a.wxml', nodes)).toMatchObject([{ file: 'a.wxml', line: 2 }]);
    },
  );

  test('in a part, it is told with the line and the file of the part', () => {
    const part = '<view>\n  <view hover-class="b" bind:tap="onTab">a</view>\n</view>';
    expect(check('<include src="./part.wxml" />', { 'pages/a/part.wxml': part })).toEqual([
      'm/pages/a/part.wxml:2 bind:tap="onTab": methods has no onTab',
    ]);
  });

  test('events without a script are caught', () => {
    const script = 'Page({ onTap() {} });';
    expect(check('<input bindinput="onTap" />', { 'pages/a/a.ts': script })).toEqual([
      expect.stringMatching(/no Component\(\{ methods \}\)/),
    ]);
  });

  test('nothing is caught where there is none', () => {
    const wxml = `<!-- <gone bind:tap="onTab" /> -->
<wxs src="./a.wxs" module="money" />
<wxs module="m">module.exports = { f: function (a) { return a < 1 ? '<gone>' : typeof a; } };</wxs>
<page-meta page-font-size="system" />
<template name="row"><text>{{ word }}</text></template>
<view class="a {{ on ? 'x(y)' : '' }}" hover-class="b" bind:tap="onTap" catch:longpress="onMore">
  {{ money.yuan(fen) }} {{ m.f(a.b[0]) }} {{ a === 1 && b <= 2 ? 'a?.b' : -(c + 1) }}
</view>
<own aria-label="x" bind:tap="onTap" />
<van-button bind:click="onTap"><text>{{ word }}</text></van-button>
<view aria-hidden="true" bind:tap="onTap" />
<template is="row" data="{{ ...row, word: 'x' }}" />
<block wx:if="{{ a }}"><slot name="b" /></block>
<block wx:else><input bindinput="onMore" /></block>
`;
    expect(check(wxml)).toEqual([]);
  });
});

describe('reading a template', () => {
  test('tags, attributes and lines', () => {
    const tree = parseWxml(
      '<view\n  class="a > b"\n  wx:if="{{ a < 1 }}"\n>\n  <text/>\n  a < b\n</view>\n<image>',
    );
    expect(elementsOf(tree)).toMatchObject([
      {
        tag: 'view',
        line: 1,
        attributes: [
          { name: 'class', value: 'a > b', line: 2 },
          { name: 'wx:if', value: '{{ a < 1 }}', line: 3 },
        ],
      },
      { tag: 'text', line: 5 },
      { tag: 'image', line: 8 },
    ]);
  });
});
