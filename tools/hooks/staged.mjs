import { execFileSync } from 'node:child_process';

/** @param {string} folder @param {string[]} args @returns {string[]} */
function names(folder, args) {
  const text = execFileSync('git', ['diff', '--name-only', '-z', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return text.split('\0').filter((name) => name !== '');
}

/**
 * What is about to be committed; deleted files are left out.
 * @param {string} folder the clone's
 * @returns {{ whole: string[], partial: string[] }} `partial`: files with more changes that are not staged
 */
export function stagedFiles(folder) {
  const staged = names(folder, ['--cached', '--diff-filter=ACMR']);
  const changed = new Set(names(folder, []));
  return {
    whole: staged.filter((name) => !changed.has(name)),
    partial: staged.filter((name) => changed.has(name)),
  };
}
