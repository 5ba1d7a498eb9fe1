import type { Clock } from '../domain/clock';

/**
 * Remembers the nonces of signed calls. A network stack that repeats a POST by itself repeats its
 * nonce too, so the repeat is refused although the first one did its work.
 */
export class NonceMemory {
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    /** How long a signature could be valid, in milliseconds; older nonces may be forgotten. */
    private readonly rememberMs: number,
  ) {}

  /** @throws Error where user, nonce and timestamp came before. */
  use(user: string, nonce: string, timestamp: string): void {
    const now = this.clock.now();
    for (const [entry, at] of this.seen) {
      if (at + this.rememberMs >= now) break;
      this.seen.delete(entry);
    }
    const entry = JSON.stringify([user, nonce, timestamp]);
    if (this.seen.has(entry)) throw new Error('nonce used before');
    this.seen.set(entry, now);
  }
}
