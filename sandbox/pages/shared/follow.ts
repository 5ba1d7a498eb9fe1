import type { Snapshot } from '../../control/snapshot';

/** How often the clock on a page moves, in milliseconds. */
const CLOCK_MS = 250;

/** What a page wants to know. */
export interface Follower {
  state(snapshot: Snapshot): void;
  /** `serverNow`: the sandbox's clock, in milliseconds since 1970. */
  clock?(serverNow: number): void;
  connected(yes: boolean): void;
}

/**
 * Follows the sandbox live. The browser reconnects by itself after a break. A hidden page lets go:
 * browsers allow six connections to an origin, and a few forgotten tabs would use them up.
 */
export function follow(follower: Follower): void {
  let ahead = 0;
  let source: EventSource | undefined;

  function connect(): void {
    source = new EventSource('/sandbox/events');
    source.addEventListener('state', (event: MessageEvent<string>) => {
      const snapshot = JSON.parse(event.data) as Snapshot;
      ahead = snapshot.now - Date.now();
      follower.connected(true);
      follower.state(snapshot);
      follower.clock?.(snapshot.now);
    });
    source.addEventListener('error', () => follower.connected(false));
  }

  function letGo(): void {
    source?.close();
    source = undefined;
  }

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) letGo();
    else if (!source) connect();
  });
  if (!document.hidden) connect();
  setInterval(() => follower.clock?.(Date.now() + ahead), CLOCK_MS);
}
