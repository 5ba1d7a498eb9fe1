import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = __dirname;
const MARKER = path.join(FOLDER, 'node_modules', '.installed-from');

/** Installs WeChat's compiler beside this file when it is missing or not the one of the lockfile. */
export function ensureInstalled(): void {
  const lock = readFileSync(path.join(FOLDER, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(MARKER) && readFileSync(MARKER, 'utf8') === wanted) return;
  const reason = existsSync(MARKER) ? 'its lockfile changed' : 'it is not installed yet';
  console.log(`tools/wechat: ${reason}; installing WeChat's compiler (npm ci, about 280 MB) ...`);
  // No scripts: none of the packages needs one, and none shall fetch a binary from elsewhere.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = runNpm(args);
  if (status !== 0) {
    const detail = error === undefined ? '' : `: ${error.message}`;
    throw new Error(`tools/wechat could not be installed${detail}; try: cd tools/wechat && npm ci`);
  }
  writeFileSync(MARKER, wanted);
}

/** The npm that runs this command, else the one on the path (a `.cmd` on Windows, hence the shell). */
function runNpm(args: string[]): { status: number | null; error?: Error } {
  const cli = process.env['npm_execpath'];
  const options = { cwd: FOLDER, stdio: 'inherit' as const };
  if (cli?.endsWith('.js') === true) return spawnSync(process.execPath, [cli, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}
