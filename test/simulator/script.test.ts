import { Diagnostics } from '../../simulator/build/diagnostics';
import { compileScript } from '../../simulator/build/script';
import { memoryTree } from '../../simulator/build/source-tree';

const TREE = memoryTree({
  'lib/b.ts': '',
  'lib/folder/index.js': '',
  'miniprogram_npm/crypto-js/index.js': '',
  'miniprogram_npm/@vant/weapp/toast/toast.js': '',
});

async function compile(text: string, path = 'lib/a.ts') {
  const diagnostics = new Diagnostics();
  const module = await compileScript(TREE, path, text, diagnostics);
  return { module, errors: diagnostics.errors };
}

test('types go, imports become require, new syntax is lowered', async () => {
  const { module } = await compile(
    "import type { X } from './none';\nimport { b } from './b';\nexport const c = (x?: X): unknown => x?.y ?? b;",
  );
  expect(module?.id).toBe('lib/a.js');
  expect(module?.code).not.toMatch(/\?\.|\?\?|: unknown|none/);
  expect(module?.requires).toEqual({ './b': 'lib/b.ts' });
});

test.each([
  ['./b', 'lib/b.ts'],
  ['/lib/b', 'lib/b.ts'],
  ['./folder', 'lib/folder/index.js'],
  ['./folder/index', 'lib/folder/index.js'],
  ['crypto-js', 'miniprogram_npm/crypto-js/index.js'],
  ['@vant/weapp/toast/toast', 'miniprogram_npm/@vant/weapp/toast/toast.js'],
])('require(%j) finds %s', async (specifier, target) => {
  const { module, errors } = await compile(`require('${specifier}');`);
  expect(module?.requires).toEqual({ [specifier]: target });
  expect(errors).toEqual([]);
});

test.each([
  ["const a = 1;\nimport { x } from './none';\nx(a);", 2, 19, "找不到模块 './none'"],
  ["require('crypto-js/tripledes');", 1, 9, "找不到模块 'crypto-js/tripledes'（npm 包"],
  ["require('fs');", 1, 9, "找不到模块 'fs'"],
  ['const a = ;', 1, 11, 'Unexpected ";"'],
  ["void import('./b');", 1, 6, '没有 import()'],
])('%j is an error with its place', async (text, line, column, message) => {
  const { errors } = await compile(text);
  expect(errors[0]).toMatchObject({ file: 'lib/a.ts', line, column });
  expect(errors[0]?.message).toContain(message);
});

test('npm code may probe for what a phone has not', async () => {
  const path = 'miniprogram_npm/crypto-js/index.js';
  const { module, errors } = await compile("try { require('crypto'); } catch (e) {}", path);
  expect(errors).toEqual([]);
  expect(module?.requires).toEqual({});
});
