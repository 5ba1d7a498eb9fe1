import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const CONFIG = 'knip.config.mjs';

const FILES: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "planted", "devDependencies": { "jest": "30.5.2" } }',
  'tsconfig.json': '{}',
  'miniprogram/app.json':
    '{ "pages": ["pages/a/a"], "usingComponents": { "everywhere": "/components/b/b" } }',
  'miniprogram/app.ts': "import { used } from './core/used';\nApp({ used });\n",
  'miniprogram/pages/a/a.json': '{ "usingComponents": { "own": "../../components/c/c" } }',
  'miniprogram/pages/a/a.ts': 'Component({});\n',
  'miniprogram/components/b/b.json':
    '{ "component": true, "usingComponents": { "in-it": "../d/d" } }',
  'miniprogram/components/b/b.ts': 'Component({});\n',
  'miniprogram/components/c/c.json': '{ "component": true }',
  'miniprogram/components/c/c.ts':
    "import type { Row } from '../../core/used';\nexport type Rows = Row[];\n",
  'miniprogram/components/d/d.json': '{ "component": true }',
  'miniprogram/components/d/d.ts': 'Component({});\n',
  'miniprogram/components/gone/gone.json': '{ "component": true }',
  'miniprogram/components/gone/gone.ts': 'Component({});\n',
  'miniprogram/core/used.ts':
    'export const used = 1;\nexport const dead = 2;\nexport interface Row {\n  a: number;\n}\n',
  'miniprogram/core/unused.ts': 'export const a = 1;\n',
  'miniprogram/core/only-tested.ts': 'export const b = 1;\n',
  'test/core/only-tested.test.ts':
    "import { b } from '../../miniprogram/core/only-tested';\nconsole.log(b);\n",
  'jest.config.js': 'module.exports = { testMatch: ["<rootDir>/test/**/*.test.ts"] };\n',
};

describe('planted dead code', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'dead-'));
    for (const [file, content] of Object.entries(FILES)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), content);
    }
    copyFileSync(path.join(root, CONFIG), path.join(folder, CONFIG));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** `file` or `file: export`, as knip tells them. */
  function dead(...more: string[]): string[] {
    const bin = path.join(root, 'node_modules/knip/bin/knip.js');
    const args = [bin, '--config', CONFIG, '--reporter', 'json', '--no-config-hints', ...more];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    const { issues } = JSON.parse(stdout) as { issues: Issue[] };
    return issues
      .flatMap(({ file, files = [], exports = [] }) => [
        ...files.map(() => file),
        ...exports.map(({ name }) => `${file}: ${name}`),
      ])
      .sort();
  }

  interface Issue {
    readonly file: string;
    readonly files?: readonly unknown[];
    readonly exports?: readonly { readonly name: string }[];
  }

  test('files and exports that nobody uses are told; what app.json and page json name is in use', () => {
    expect(dead().filter((one) => one.startsWith('miniprogram/'))).toEqual([
      'miniprogram/components/gone/gone.ts',
      'miniprogram/core/unused.ts',
      'miniprogram/core/used.ts: dead',
    ]);
  });

  test('for the app as it is shipped, a file that only a test uses is dead', () => {
    expect(dead('--production', '--include', 'files')).toContain('miniprogram/core/only-tested.ts');
  });
});
