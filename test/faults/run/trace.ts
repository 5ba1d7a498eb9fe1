import { simulate } from './simulate';

/** Prints everything that happens in one seed. @returns the exit code */
export async function traceSeed(seed: number): Promise<number> {
  const { violations, payments } = await simulate(seed, (line) => console.log(line));
  console.log(`seed ${seed}: ${payments} payments, ${violations.length} violations`);
  return violations.length === 0 ? 0 : 1;
}
