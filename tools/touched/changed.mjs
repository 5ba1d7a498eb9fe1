import { execFileSync } from 'node:child_process';

/** @param {string} folder @param {string[]} args @returns {string[]} */
function names(folder, args) {
  const text = execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
  return text.split('\0').filter((name) => name !== '');
}

/**
 * Files that are there and differ from a commit, new ones included.
 * @param {string} folder the clone's
 * @param {string} ref
 */
export function changedFiles(folder, ref) {
  return [
    ...names(folder, ['diff', '-z', '--name-only', '--diff-filter=d', ref, '--']),
    ...names(folder, ['ls-files', '-z', '--others', '--exclude-standard']),
  ];
}
