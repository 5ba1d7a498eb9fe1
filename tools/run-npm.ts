import { spawnSync } from 'node:child_process';

/**
 * Runs the npm that runs this command, else the one on the path (a `.cmd` on Windows, hence the shell).
 *
 * @returns null, or why it failed
 */
export function runNpm(folder: string, args: readonly string[], env = process.env): string | null {
  const cli = process.env['npm_execpath'];
  const options = { cwd: folder, env, stdio: 'inherit' as const };
  const { status, error } =
    cli?.endsWith('.js') === true
      ? spawnSync(process.execPath, [cli, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status === 0) return null;
  return error?.message ?? `npm ${args[0] ?? ''} ended with ${String(status)}`;
}
