import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PROJECT = path.resolve('.');

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hooks-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** No setting of the machine's or of a git around the test is seen. */
function environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(GIT_|CI$)/.test(name));
  return {
    ...Object.fromEntries(own),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    ...more,
  };
}

function run(command: string, args: string[], env = environment()): ReturnType<typeof spawnSync> {
  return spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' });
}

const git = (...args: string[]): string => String(run('git', args).stdout).trim();
const write = (name: string, text: string): void => {
  writeFileSync(path.join(folder, name), text);
};

describe('use of the hooks', () => {
  function useHooks(env: NodeJS.ProcessEnv): string {
    const module = JSON.stringify(path.join(PROJECT, 'tools/hooks/use-hooks.mjs'));
    const code = `import { useHooks } from ${module}; console.log(useHooks('.', process.env))`;
    return String(run(process.execPath, ['--input-type=module', '-e', code], env).stdout).trim();
  }

  test('in a clone: set once', () => {
    git('init');
    expect([useHooks(environment()), useHooks(environment())]).toEqual(['true', 'false']);
    expect(git('config', 'core.hooksPath')).toBe('.githooks');
  });

  test('hooks of the developer’s own stay', () => {
    git('init');
    git('config', 'core.hooksPath', 'mine');
    expect(useHooks(environment())).toBe('false');
    expect(git('config', 'core.hooksPath')).toBe('mine');
  });

  test('a hook in git’s own folder stays in use', () => {
    git('init');
    mkdirSync(path.join(folder, '.git/hooks'), { recursive: true });
    write('.git/hooks/pre-push', '#!/bin/sh');
    expect(useHooks(environment())).toBe('false');
    expect(git('config', 'core.hooksPath')).toBe('');
  });

  test.each<[string, boolean, NodeJS.ProcessEnv]>([
    ['in CI', true, { CI: 'true' }],
    ['outside of a clone', false, {}],
    ['without git', true, { PATH: '/nowhere' }],
  ])('%s: nothing happens, nothing fails', (_, clone, more) => {
    if (clone) git('init');
    expect(useHooks(environment(more))).toBe('false');
    expect(git('config', 'core.hooksPath')).toBe('');
  });
});

describe('pre-commit', () => {
  const commit = (): ReturnType<typeof spawnSync> => run('git', ['commit', '-m', 'x']);

  beforeEach(() => {
    git('init');
    git('config', 'user.name', 'x');
    git('config', 'user.email', 'x@example.com');
    git('config', 'core.hooksPath', path.join(PROJECT, '.githooks'));
    for (const name of ['node_modules', 'tools']) {
      symlinkSync(path.join(PROJECT, name), path.join(folder, name));
    }
    write('.gitignore', 'node_modules\ntools\n');
    write('eslint.config.mjs', "export default [{ rules: { 'no-debugger': 'error' } }];\n");
  });

  test('formats what is staged and commits it so', () => {
    write('a.mjs', 'export   const a = 1');
    write('b.mjs', 'export   const b = 1');
    git('add', 'a.mjs');
    expect(commit()).toMatchObject({ status: 0 });
    expect(git('show', 'HEAD:a.mjs')).toBe('export const a = 1;');
    expect(readFileSync(path.join(folder, 'b.mjs'), 'utf8')).toBe('export   const b = 1');
  });

  test('refuses what the linter refuses', () => {
    write('a.mjs', 'debugger;\n');
    git('add', 'a.mjs');
    const { status, stderr, stdout } = commit();
    expect(status).not.toBe(0);
    expect(`${String(stdout)}${String(stderr)}`).toContain('no-debugger');
    expect(git('rev-parse', '--verify', '-q', 'HEAD')).toBe('');
  });

  test('a file staged in part keeps what is not staged', () => {
    write('a.mjs', 'export const a = 1;\n');
    git('add', 'a.mjs');
    write('a.mjs', 'export const a = 1;\nexport const later = 2;\n');
    expect(commit()).toMatchObject({ status: 0 });
    expect(git('show', 'HEAD:a.mjs')).toBe('export const a = 1;');
    expect(git('diff', '--name-only')).toBe('a.mjs');
  });
});
