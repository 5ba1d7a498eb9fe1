import { runInNewContext } from 'node:vm';
import { findTags } from '../../simulator/build/tags';
import { rewriteWxs, wxsRequires } from '../../simulator/build/wxs';
import { Diagnostics } from '../../simulator/build/diagnostics';
import { memoryTree } from '../../simulator/build/source-tree';
import { TemplateCompiler } from '../../simulator/build/template';

test('tags are found where they stand; comments, values and WXS bodies are not tags', () => {
  const source = [
    '<!-- <old /> -->',
    '<view class="a > b" data-x="{{ a < b }}">',
    '<wxs module="m">if (a <b) { c }</wxs>',
    '{{ a <b }}<my-tag/>',
  ].join('\n');
  expect(findTags(source).map(({ name }) => name)).toEqual(['view', 'wxs', 'my-tag']);
  expect(findTags(source)[2]?.offset).toBe(source.indexOf('<my-tag'));
});

test('WXS: constructor is a name there, require names the ending', () => {
  const code = rewriteWxs("var b = require('./b.wxs'); b.x(a.list[0].constructor === 'Array');");
  expect(code).toBe("var b = require('./b'); b.x(__wxsConstructor(a.list[0]) === 'Array');");
  expect(wxsRequires('require(\'./b.wxs\'); require("../c.wxs")')).toEqual(['./b.wxs', '../c.wxs']);
});

test('WXS runs: types, regular expressions, dates, other files', () => {
  const tree = memoryTree({
    'a.wxml': '<wxs module="m" src="./m.wxs" /><view>{{ m.kind(x) }}</view>',
    'm.wxs':
      "var o = require('./o.wxs'); module.exports = { kind: function (x) { return x.constructor + o.one + getRegExp('a', 'g').flags + getDate(0).getTime(); } };",
    'o.wxs': 'module.exports = { one: 1 };',
  });
  const diagnostics = new Diagnostics();
  const compiler = new TemplateCompiler(tree, diagnostics);
  compiler.add('a', []);
  const groups = runInNewContext(compiler.finish()) as Record<string, unknown>;
  expect(diagnostics.list).toEqual([]);
  expect(Object.keys(groups)).toEqual(['a']);
});
