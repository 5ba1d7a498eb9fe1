/** The only source of chance in the sandbox; passed in, so that a failing run can be replayed. */
export interface Random {
  /** A whole number from 0 to `below - 1`. */
  integer(below: number): number;
}

/** A repeatable sequence (mulberry32). For tests: its codes can be guessed. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return {
    integer(below) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
    },
  };
}
