import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { compileTests, type Instead, PROJECT } from '../run/build';

const JEST = path.join(PROJECT, 'node_modules/jest/bin/jest.js');

/** As jest.config.js runs them; compiled already, there is nothing left to transform. */
const CONFIG = {
  testEnvironment: 'node',
  testMatch: ['**/*.test.cjs'],
  moduleFileExtensions: ['cjs', 'js', 'json'],
  transform: {},
  restoreMocks: true,
  testTimeout: 30_000,
};

/**
 * Shows tests the sources with mistakes in them.
 *
 * @param folder empty; the compiled tests are put there
 * @returns whether a test failed
 * @throws when no test ran: that proves nothing
 */
export async function caughtByTests(
  tests: readonly string[],
  instead: Instead,
  folder: string,
): Promise<boolean> {
  await compileTests(tests, folder, instead);
  const results = path.join(folder, 'results.json');
  const config = JSON.stringify({ ...CONFIG, rootDir: folder });
  const options = ['--runInBand', '--watchman=false', '--json', `--outputFile=${results}`];
  const args = [JEST, '--config', config, ...options];
  await new Promise((resolve) => {
    spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' }).once('exit', resolve);
  });
  const { numFailedTests, numPassedTests } = JSON.parse(fs.readFileSync(results, 'utf8')) as {
    readonly numFailedTests: number;
    readonly numPassedTests: number;
  };
  if (numFailedTests + numPassedTests === 0) throw new Error(`no test ran: ${tests.join(', ')}`);
  return numFailedTests > 0;
}
