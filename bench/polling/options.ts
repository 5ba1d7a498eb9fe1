import { parseArgs } from 'node:util';

export interface Options {
  /** The same seed and number of payments print the same tables. */
  readonly seed: number;
  /** Payments drawn from each distribution. */
  readonly payments: number;
}

const USAGE = `npm run bench:polling -- [--seed 1] [--payments 100000]`;

/** @throws on an unknown option, or one that is no whole number */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      payments: { type: 'string', default: '100000' },
    },
  });
  return {
    seed: wholeNumber('seed', values.seed, 0),
    payments: wholeNumber('payments', values.payments, 1_000),
  };
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= least) return value;
  throw new RangeError(`--${name} must be a whole number from ${least} on; ${USAGE}`);
}
