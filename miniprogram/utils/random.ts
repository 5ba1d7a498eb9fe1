/** Randomness as the app is given it. */
export interface Random {
  /** `length` random bytes as lower-case hex. */
  hex(length: number): Promise<string>;
  /** 0 ≤ x < 1, for jitter only. */
  fraction(): number;
}

export function createRandom(): Random {
  return {
    hex: async (length) => {
      const { randomValues } = await wx.getRandomValues({ length });
      return Array.from(new Uint8Array(randomValues), (byte) =>
        byte.toString(16).padStart(2, '0'),
      ).join('');
    },
    // Jitter needs no secrecy, and the secure generator is asynchronous.
    fraction: () => Math.random(),
  };
}
