import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FOLDERS } from '../../../tools/lint/folders.mjs';

const PROJECT = path.resolve('.');

describe('the folders that are checked', () => {
  test('are all those with a tsconfig.json, for both commands', () => {
    const text = execFileSync('git', ['ls-files', '*tsconfig.json'], { encoding: 'utf8' });
    const own = text
      .split('\n')
      .filter((file) => file !== '' && !file.startsWith('bench/frameworks/'));
    expect([...FOLDERS].sort()).toEqual(own.map((file) => path.dirname(file)).sort());
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts['typecheck']).toBe(FOLDERS.map((folder) => `tsc -p ${folder}`).join(' && '));
  });
});

const CONFIG = `import tseslint from 'typescript-eslint';
export default [
  { ignores: ['eslint.config.mjs'] },
  {
    files: ['**/*.ts'],
    plugins: { ts: tseslint.plugin },
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    rules: { 'ts/no-floating-promises': 'error' },
  },
  { files: ['**/*.mjs'], rules: { 'no-debugger': 'warn' } },
];
`;

const TSCONFIG = JSON.stringify({
  compilerOptions: { strict: true, target: 'ES2022', types: [] },
  files: ['a.ts', 'b.ts'],
});

describe('one program for types and rules', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'typed-'));
    symlinkSync(path.join(PROJECT, 'node_modules'), path.join(folder, 'node_modules'));
    write('eslint.config.mjs', CONFIG);
    write('tsconfig.json', TSCONFIG);
    write('b.ts', 'export {};\n');
    write('a.ts', 'export const later = async (): Promise<number> => 1;\n');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function write(name: string, text: string): void {
    writeFileSync(path.join(folder, name), text);
  }

  function check(): { status: number | null; told: string } {
    const script = path.join(PROJECT, 'tools/lint/typed.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, told: `${stdout}${stderr}` };
  }

  test('what is sound passes, and says nothing', () => {
    expect(check()).toEqual({ status: 0, told: '' });
  });

  test('a wrong type, a broken rule that needs types, a warning, a file of no program: all told', () => {
    write('b.ts', "import { later } from './a';\nlater();\nexport const text: string = 1;\n");
    write('c.mjs', 'debugger;\n');
    write('left-out.ts', 'export {};\n');
    const { status, told } = check();
    expect(status).toBe(1);
    expect(told).toContain('b.ts(3,14): error TS2322');
    for (const found of ['ts/no-floating-promises', 'no-debugger', 'left-out.ts']) {
      expect(told).toContain(found);
    }
  });
});
