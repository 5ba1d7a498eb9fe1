import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compile, type Instead } from '../run/build';
import { runMany } from '../run/many';
import { caughtByTests } from './by-tests';
import { withMistakes } from './mistakes';
import type { Mutant } from './mutant';

export interface Verdict {
  readonly name: string;
  /** By what it was caught; null: it survived. */
  readonly by: string | null;
  /** Payments until then. */
  readonly payments: number;
  readonly seconds: number;
}

/** What the simulation said of a script. */
interface Shown {
  readonly by: string | null;
  readonly payments: number;
}

/** Runs the script on every seed, or knows already what came of it. */
export type Show = (script: string) => Promise<Shown>;

export function showSeeds(seeds: number): Show {
  return async (script) => {
    const { failures, payments } = await runMany(script, 1, seeds, 1, true);
    const [failure] = failures;
    return { by: failure ? `simulation: ${failure.violation.rule}` : null, payments };
  };
}

/** Shows one mutant to the tests named for it, which are quick, and should it survive to the simulation. */
export async function tryMutant(mutant: Mutant, show: Show): Promise<Verdict> {
  const { name, tests = [] } = mutant;
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'mutant-')));
  const began = performance.now();
  try {
    const instead = withMistakes(mutant);
    const shown = (await byTests(tests, instead, folder)) ?? (await bySeeds(show, instead, folder));
    return { name, ...shown, seconds: (performance.now() - began) / 1000 };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function byTests(
  tests: readonly string[],
  instead: Instead,
  folder: string,
): Promise<Shown | null> {
  if (tests.length === 0 || !(await caughtByTests(tests, instead, folder))) return null;
  return { by: `tests: ${tests.join(', ')}`, payments: 0 };
}

async function bySeeds(show: Show, instead: Instead, folder: string): Promise<Shown> {
  return show(await compile('run/worker', folder, instead));
}
