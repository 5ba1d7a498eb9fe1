/** Milliseconds since 1970-01-01 UTC. */
export type Instant = number;

/**
 * The only source of time in the sandbox. It is passed in, so that a test can let a minute pass
 * without waiting for one.
 */
export interface Clock {
  now(): Instant;
}

/** A clock that stands still until it is moved. */
export class VirtualClock implements Clock {
  private instant: Instant;

  constructor(start: Instant = Date.UTC(2026, 10, 22, 2, 0, 0)) {
    this.instant = start;
  }

  now(): Instant {
    return this.instant;
  }

  /** Moves the clock forward by `ms` milliseconds. */
  advance(ms: number): void {
    this.instant += ms;
  }
}
