/** Draws a number 0 ≤ x < 1. */
export type Fraction = () => number;

/**
 * Numbers that look random and repeat for the same seed and stream (mulberry32).
 *
 * @param stream several independent rows of numbers from one seed
 */
export function seededFraction(seed: number, stream: number): Fraction {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A draw from the normal distribution with mean 0 and deviation 1 (Box–Muller). */
export function normal(random: Fraction): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
