// Run by .githooks/pre-commit: formats and lints the staged files, and no others.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { stagedFiles } from './staged.mjs';

const root = process.cwd();
const { whole, partial } = stagedFiles(root);
const staged = [...whole, ...partial];

/** @param {string} command @param {string[]} args @param {string[]} files */
function run(command, args, files) {
  if (files.length === 0) return true;
  const { status } = spawnSync(command, [...args, '--', ...files], { stdio: 'inherit' });
  return status === 0;
}

/** @param {string} tool @param {string[]} args @param {string[]} files */
const runTool = (tool, args, files) => run(path.join(root, 'node_modules/.bin', tool), args, files);

/** @param {RegExp} pattern */
const those = (pattern) => staged.filter((name) => pattern.test(name));

function check() {
  // What is staged in part stays as it is: formatting it would stage the rest.
  const formatted =
    runTool('prettier', ['--write', '--ignore-unknown', '--log-level', 'warn'], whole) &&
    run('git', ['add'], whole) &&
    runTool('prettier', ['--check', '--ignore-unknown', '--log-level', 'warn'], partial);
  const scripts = those(/\.(ts|mts|mjs|js)$/);
  const linted = runTool('eslint', ['--max-warnings', '0', '--no-warn-ignored'], scripts);
  const styled = runTool('stylelint', [], those(/^miniprogram\/.*\.wxss$/));
  return formatted && linted && styled;
}

if (!existsSync(path.join(root, 'node_modules/.bin/prettier'))) {
  console.error('pre-commit: nothing checked, run npm ci first');
} else if (!check()) {
  console.error('pre-commit: not committed; mend it, or once: git commit --no-verify');
  process.exitCode = 1;
}
