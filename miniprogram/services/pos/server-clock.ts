import type { Clock } from '../../utils/clock';

/**
 * The clock of one POS server, as far as it is known. In memory only, and one for all clients of the
 * server: what Login learns the reads and the barcode call are signed with.
 */
export interface ServerClock {
  /** ms since 1970; the phone's own time until the server has told its. */
  now(): number;
  /** Server's clock minus phone's clock, ms. */
  offset(): number;
  /** Takes up an offset, ms. */
  setOffset(ms: number): void;
}

export function createServerClock(clock: Clock): ServerClock {
  let offset = 0;
  return {
    now: () => clock.now() + offset,
    offset: () => offset,
    setOffset: (ms) => {
      offset = ms;
    },
  };
}
