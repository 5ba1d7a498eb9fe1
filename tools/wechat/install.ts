import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runNpm } from '../run-npm';

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
  const problem = runNpm(FOLDER, args);
  if (problem !== null) {
    throw new Error(
      `tools/wechat could not be installed: ${problem}; try: cd tools/wechat && npm ci`,
    );
  }
  writeFileSync(MARKER, wanted);
}
