import { Diagnostics } from '../../simulator/build/diagnostics';
import { memoryTree } from '../../simulator/build/source-tree';
import { compileStyle } from '../../simulator/build/style';
import { instantiateStyle } from '../../simulator/build/style-binding';

interface Compiled {
  readonly css: string;
  readonly diagnostics: Diagnostics;
}

function compile(
  files: Record<string, string> | string,
  { component = false, darkmode = true } = {},
): Compiled {
  const diagnostics = new Diagnostics();
  const tree = memoryTree(typeof files === 'string' ? { 'a.wxss': files } : files);
  const raw = compileStyle('a.wxss', component, { tree, darkmode, diagnostics });
  const css = instantiateStyle(raw, { scope: component ? 'c' : '', is: 'components/c/index' });
  return { css: css.replace(/\s+/g, ' ').trim(), diagnostics };
}

describe('units', () => {
  test.each([
    ['width: 750rpx', 'width: calc(var(--wx-rpx) * 750)'],
    ['margin: -10rpx 0 .5rpx', 'margin: calc(var(--wx-rpx) * -10) 0 calc(var(--wx-rpx) * .5)'],
    [
      'height: calc(100vh - 20rpx)',
      'height: calc(calc(var(--wx-vh) * 100) - calc(var(--wx-rpx) * 20))',
    ],
    ['padding: 0rpx', 'padding: 0px'],
    ["content: '10rpx'", "content: '10rpx'"],
    ['width: 10px', 'width: 10px'],
    ['background: #e5rpx1', 'background: #e5rpx1'],
  ])('%s', (source, expected) => {
    expect(compile(`.a { ${source} }`).css).toBe(`.a { ${expected} }`);
  });

  test('media queries count 375 px as 750 rpx', () => {
    const { css } = compile('@media (max-width: 640rpx) { .a { top: 0 } }');
    expect(css).toBe('@media (max-width: 320px) { .a { top: 0 } }');
  });
});

describe('selectors of a page', () => {
  test.each([
    ['.a .b', '.a .b'],
    ['view.a > text', 'wx-view.a > wx-text'],
    ['page', 'wx-page'],
    ['#id', '#id'],
    ['* .a', '*:where(wx-page, wx-page *) .a'],
    ['.a:not(.b)::after', '.a:not(.b)::after'],
  ])('%s', (source, expected) => {
    expect(compile(`${source} { top: 0 }`).css).toBe(`${expected} { top: 0 }`);
  });
});

describe('selectors of a component stay inside', () => {
  const own = ':where([wx-s~="c"])';

  test.each([
    ['.a .b', '.c--a .c--b'],
    ['view.a', 'wx-view.c--a'],
    ['view', `wx-view${own}`],
    ['.a view', `.c--a wx-view${own}`],
    ['#id', `${own}#id`],
    ['[data-x]', `${own}[data-x]`],
    [':host', '[wx-is="components/c/index"]'],
    [':host .a', '[wx-is="components/c/index"] .c--a'],
    ['.a:not(.b)', '.c--a:not(.c--b)'],
    ['.a, text', `.c--a, wx-text${own}`],
  ])('%s', (source, expected) => {
    expect(compile(`${source} { top: 0 }`, { component: true }).css).toBe(`${expected} { top: 0 }`);
  });

  test('a tag selector there is a warning, as in WeChat', () => {
    const { diagnostics } = compile('.a { top: 0 }\nview { top: 0 }', { component: true });
    expect(diagnostics.list).toMatchObject([{ severity: 'warning', line: 2, column: 1 }]);
  });

  test('keyframes keep their steps', () => {
    const css = '@keyframes k { from { top: 0 } 50% { top: 1px } to { top: 2px } }';
    expect(compile(css, { component: true }).css).toBe(css);
  });
});

describe('rules', () => {
  test('@import puts the file in its place', () => {
    const { css } = compile({
      'a.wxss': "@import './b.wxss'; .a { top: 0 }",
      'b.wxss': "@import '/c.wxss'; .b { top: 0 }",
      'c.wxss': "@import './a.wxss'; .c { top: 0 }",
    });
    expect(css).toBe('.c { top: 0 } .b { top: 0 } .a { top: 0 }');
  });

  test('without darkmode there is no dark scheme', () => {
    const source = '@media (prefers-color-scheme: dark) { .a { top: 0 } }';
    expect(compile(source).css).toBe(source);
    expect(compile(source, { darkmode: false }).css).toBe('');
  });

  test('a font from the network is not fetched', () => {
    const source = "@font-face { font-family: f; src: url('//img.example/f.woff2') } .a { top: 0 }";
    expect(compile(source).css).toBe('.a { top: 0 }');
  });
});

describe('mistakes', () => {
  test.each([
    ['.a { top: 0 }\n.b { top: 0', 2, 1, 'Unclosed block'],
    ['.a { top 0; }', 1, 6, 'Unknown word'],
    [".a { top: 0 }\n@import './none.wxss';", 2, 1, '找不到 @import 的文件 ./none.wxss'],
    ['.a {\n  background: url(/x.png);\n}', 2, 3, '不能用本地图片 /x.png'],
  ])('%j', (source, line, column, message) => {
    const [found] = compile(source).diagnostics.errors;
    expect(found).toMatchObject({ file: 'a.wxss', line, column });
    expect(found?.message).toContain(message);
    expect(found?.source).toBe(source.split('\n')[line - 1]);
  });

  test('a mistake in an imported file is told of that file', () => {
    const { diagnostics } = compile({ 'a.wxss': "@import './b.wxss';", 'b.wxss': '.b {' });
    expect(diagnostics.errors).toMatchObject([{ file: 'b.wxss', line: 1 }]);
  });
});
