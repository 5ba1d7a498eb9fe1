import type { Random } from './random';

/** Makes nonces that never repeat on this phone: a random prefix drawn once, and a counter. */
export function createNonces(random: Random): () => Promise<string> {
  let prefix: Promise<string> | null = null;
  let count = 0;
  return async () => {
    prefix ??= random.hex(8);
    try {
      const drawn = await prefix;
      count += 1;
      return `${drawn}${count.toString(36)}`;
    } catch (error) {
      prefix = null; // the next call draws again
      throw error;
    }
  };
}
