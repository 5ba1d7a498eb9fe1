import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const FOLDER = '.githooks';

/**
 * Lets git run the project's hooks: only in a clone of a developer's, and only if git has no folder
 * for hooks and no hook yet. Never fails: an install needs no git.
 * @param {string} projectRoot
 * @param {NodeJS.ProcessEnv} environment
 * @returns {boolean} whether it was set
 */
export function useHooks(projectRoot, environment) {
  if (environment['CI'] || !existsSync(path.join(projectRoot, '.git'))) return false;
  /** @param {string[]} args */
  const git = (args) => spawnSync('git', args, { cwd: projectRoot, encoding: 'utf8' });
  const known = git(['config', '--get', 'core.hooksPath']);
  // 1: not set. Anything else: set already, or git cannot be asked.
  if (known.status !== 1) return false;
  const own = path.resolve(projectRoot, git(['rev-parse', '--git-path', 'hooks']).stdout.trim());
  if (existsSync(own) && readdirSync(own).some((name) => !name.endsWith('.sample'))) return false;
  return git(['config', '--local', 'core.hooksPath', FOLDER]).status === 0;
}
