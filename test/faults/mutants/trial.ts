import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compile } from '../run/build';
import { runMany } from '../run/many';
import { copyWith } from './copy';
import type { Mutant } from './mutant';

export interface Verdict {
  readonly name: string;
  /** By what it was caught; null: it survived. */
  readonly by: string | null;
  /** Payments until then. */
  readonly payments: number;
  readonly seconds: number;
}

/** Shows one mutant to the simulation and, should it survive, to the tests named for it. */
export async function tryMutant(mutant: Mutant, seeds: number): Promise<Verdict> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mutant-'));
  const began = performance.now();
  try {
    copyWith(mutant, folder);
    const totals = await runMany(await compile('run/worker', folder), 1, seeds, 1, true);
    const [failure] = totals.failures;
    const by = failure
      ? `simulation: ${failure.violation.rule}`
      : await caughtByTests(mutant.tests ?? [], folder);
    const { payments } = totals;
    return { name: mutant.name, by, payments, seconds: (performance.now() - began) / 1000 };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function caughtByTests(tests: readonly string[], folder: string): Promise<string | null> {
  if (tests.length === 0) return null;
  const jest = path.join(folder, 'node_modules/jest/bin/jest.js');
  const args = [jest, '--rootDir', folder, ...tests.map((test) => path.join(folder, test))];
  const code = await new Promise((resolve) => {
    spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' }).once('exit', resolve);
  });
  return code === 0 ? null : `tests: ${tests.join(', ')}`;
}
