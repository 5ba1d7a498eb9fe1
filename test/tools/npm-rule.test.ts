import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildNpm } from '../../tools/npm-build/build-npm.mjs';
import { copyPrivateConfig } from '../../tools/npm-build/private-config.mjs';

describe("WeChat's npm rule", () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'npm-rule-'));
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  /** Writes a small project: its files by path, objects as JSON. */
  function project(files: Record<string, string | object>): void {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(root, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    }
  }

  const built = (name: string): string =>
    readFileSync(path.join(root, 'miniprogram/miniprogram_npm', name), 'utf8');

  test('a package with a miniprogram folder is copied from it, byte for byte', async () => {
    project({
      'package.json': { dependencies: { ui: '1' } },
      'node_modules/ui/package.json': { miniprogram: 'lib', main: 'main.js' },
      'node_modules/ui/lib/button/index.wxml': '<view/>\r\n',
      'node_modules/ui/main.js': 'module.exports = 1',
    });
    await buildNpm(root);
    expect(built('ui/button/index.wxml')).toBe('<view/>\r\n');
    expect(readdirSync(path.join(root, 'miniprogram/miniprogram_npm/ui'))).toEqual(['button']);
  });

  test('any other package becomes one file packed from its main', async () => {
    project({
      'package.json': { dependencies: { lib: '1' }, devDependencies: { tool: '1' } },
      'node_modules/lib/package.json': { main: './src/start.js', browser: './src/other.js' },
      'node_modules/lib/src/start.js': "exports.word = require('./word')",
      'node_modules/lib/src/word.js': "module.exports = '词'",
      'node_modules/lib/deep.js': "module.exports = 'never packed'",
      'node_modules/tool/package.json': {},
    });
    expect(await buildNpm(root)).toEqual(['lib']);
    expect(readdirSync(path.join(root, 'miniprogram/miniprogram_npm'))).toEqual(['lib']);
    expect(readdirSync(path.join(root, 'miniprogram/miniprogram_npm/lib'))).toEqual([
      'index.js',
      'index.js.map',
    ]);
    const exports = createRequire(__filename)(
      path.join(root, 'miniprogram/miniprogram_npm/lib/index.js'),
    ) as object;
    expect(exports).toEqual({ word: '词' });
  });

  test('a former build is replaced whole', async () => {
    project({
      'package.json': { dependencies: { lib: '1' } },
      'node_modules/lib/package.json': {},
      'node_modules/lib/index.js': 'module.exports = 1',
      'miniprogram/miniprogram_npm/gone/index.js': '',
    });
    await buildNpm(root);
    await buildNpm(root);
    expect(readdirSync(path.join(root, 'miniprogram/miniprogram_npm'))).toEqual(['lib']);
  });

  test('a failure names the package and leaves the former build in place', async () => {
    project({
      'package.json': { dependencies: { missing: '1' } },
      'miniprogram/miniprogram_npm/kept/index.js': 'kept',
    });
    await expect(buildNpm(root)).rejects.toThrow(/missing.*installed/);
    expect(built('kept/index.js')).toBe('kept');
  });

  test('the private config is made once and never overwritten', async () => {
    project({ 'project.private.config.example.json': '{}' });
    expect(await copyPrivateConfig(root)).toBe(true);
    project({ 'project.private.config.json': '{"mine":true}' });
    expect(await copyPrivateConfig(root)).toBe(false);
    expect(readFileSync(path.join(root, 'project.private.config.json'), 'utf8')).toContain('mine');
  });
});
