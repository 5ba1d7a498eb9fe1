import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { PROJECT } from './build';
import { unexplained } from './report';
import type { Totals } from './totals';

/** What a run of `npm run faults` came to, for whoever needs the same proof. */
export interface Outcome {
  /** `fingerprint` of the script that ran. */
  readonly sources: string;
  readonly firstSeed: number;
  readonly seeds: number;
  readonly payments: number;
  readonly failures: number;
  /** Fen. */
  readonly unexplained: number;
}

const FILE = path.join(PROJECT, '.cache/reports/faults.json');

/** Names all that went into a compiled script: the app, the simulation, the judge. */
export function fingerprint(script: string): string {
  return createHash('sha256').update(fs.readFileSync(script)).digest('hex');
}

export function keepOutcome(script: string, firstSeed: number, totals: Totals): void {
  const outcome: Outcome = {
    sources: fingerprint(script),
    firstSeed,
    seeds: totals.seeds,
    payments: totals.payments,
    failures: totals.failures.length,
    unexplained: unexplained(totals),
  };
  fs.mkdirSync(path.dirname(FILE), { recursive: true });
  fs.writeFileSync(FILE, `${JSON.stringify(outcome, null, 2)}\n`);
}

/** null: there is none that can be read. */
export function keptOutcome(): Partial<Outcome> | null {
  try {
    const outcome: unknown = JSON.parse(fs.readFileSync(FILE, 'utf8'));
    return typeof outcome === 'object' ? outcome : null;
  } catch {
    return null;
  }
}
