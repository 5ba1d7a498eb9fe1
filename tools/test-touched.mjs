// `npm run test:touched [-- REF]`: the tests that an edit concerns most, for the time between two edits.
// What has changed since REF, or since the last commit.
import { execFileSync, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { changedFiles } from './touched/changed.mjs';
import { chooseSpecs, chooseTests } from './touched/choose.mjs';

/** Together well below a minute on an idle machine. */
const MOST_TESTS = 24;
const MOST_SPECS = 3;

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const require = createRequire(import.meta.url);
const JEST = require.resolve('jest/bin/jest');
const PLAYWRIGHT = require.resolve('@playwright/test/cli');

/** @param {string[]} args @returns {string[]} files, from the project's folder */
function listTests(args) {
  const text = execFileSync(process.execPath, [JEST, '--listTests', ...args], { encoding: 'utf8' });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((file) => path.relative(root, file));
}

/** @param {string} what @param {import('./touched/choose.mjs').Choice} choice */
function tell(what, { run, left }) {
  console.log(`${what}: ${run.join(', ') || 'none'}`);
  if (left.length > 0) console.log(`  left to npm test: ${left.join(', ')}`);
}

/** @param {string} cli @param {string[]} args @returns {boolean} whether all passed */
const passes = (cli, args) =>
  spawnSync(process.execPath, [cli, ...args], { stdio: ['ignore', 'inherit', 'inherit'] })
    .status === 0;

const files = changedFiles(root, process.argv[2] ?? 'HEAD');
const related = files.length > 0 ? listTests(['--findRelatedTests', ...files]) : [];
const tests = chooseTests(files, listTests([]), related, MOST_TESTS);
const specs = chooseSpecs(files, MOST_SPECS);
tell('unit tests', tests);
tell('end-to-end tests', specs);

const unit = tests.run.length === 0 || passes(JEST, ['--runTestsByPath', ...tests.run]);
const named = specs.run.map((name) => `/e2e/${name}.spec.ts`);
const endToEnd =
  specs.run.length === 0 || passes(PLAYWRIGHT, ['test', '--reporter=line', ...named]);
process.exitCode = unit && endToEnd ? 0 : 1;
