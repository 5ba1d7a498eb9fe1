export interface Options {
  readonly payments: number;
  readonly seed: number;
  readonly trace: boolean;
  readonly workers: number;
}

export const USAGE = `npm run faults -- [--payments N] [--seed S] [--workers W] [--trace]

  --payments N   how many payments to simulate (default 20000); each seed makes about 25
  --seed S       the first seed (default 1); the seeds after it follow
  --workers W    threads (default 2)
  --trace        print everything that happens in the seed S, and nothing but that seed`;

/** @returns null when the arguments cannot be read */
export function readOptions(args: readonly string[]): Options | null {
  const options = { payments: 20_000, seed: 1, workers: 2, trace: false };
  for (let i = 0; i < args.length; i += 1) {
    const name = args[i]?.replace(/^--/, '');
    if (name === 'trace') {
      options.trace = true;
      continue;
    }
    i += 1;
    const value = Number(args[i]);
    if (name !== 'payments' && name !== 'seed' && name !== 'workers') return null;
    if (!Number.isSafeInteger(value) || value < 1) return null;
    options[name] = value;
  }
  return options;
}
