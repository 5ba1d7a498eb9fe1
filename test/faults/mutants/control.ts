import type { Outcome } from '../run/outcome';

/** What the control would have to show by itself. */
export interface Control {
  /** `fingerprint` of the unchanged simulation. */
  readonly sources: string;
  /** It runs the seeds from 1 on. */
  readonly seeds: number;
  readonly payments: number;
}

/** Why a run of `npm run faults` does not stand for the control; null: it does. */
export function whyNoControl(outcome: Partial<Outcome> | null, control: Control): string | null {
  if (outcome === null) return 'there is none';
  const { sources, firstSeed, seeds = 0, payments = 0, failures, unexplained } = outcome;
  if (sources !== control.sources) return 'it ran other sources';
  if (failures !== 0 || unexplained !== 0) return 'it failed';
  if (firstSeed !== 1 || !(seeds >= control.seeds)) return 'it left seeds out';
  if (!(payments >= control.payments)) return 'it made too few payments';
  return null;
}
