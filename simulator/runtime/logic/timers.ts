import type { LogicLane } from '../lanes';

type Callback = (...args: unknown[]) => void;

/** Timers as the app sees them: in a suspended app none runs, and late ones run on return. */
export interface AppTimers {
  setTimeout(callback: Callback, delay?: number, ...args: unknown[]): number;
  clearTimeout(id?: number): void;
  setInterval(callback: Callback, delay?: number, ...args: unknown[]): number;
  clearInterval(id?: number): void;
}

export function createTimers(logic: LogicLane): AppTimers {
  const live = new Set<number>();
  const clear = (id?: number): void => {
    if (id === undefined) return;
    live.delete(id);
    window.clearTimeout(id);
    window.clearInterval(id);
  };
  return {
    setTimeout(callback, delay, ...args) {
      const id = window.setTimeout(() => {
        logic.arrive(() => {
          if (live.delete(id)) callback(...args);
        });
      }, delay);
      live.add(id);
      return id;
    },
    setInterval(callback, delay, ...args) {
      // A suspended app does not count the ticks it missed: one is enough on return.
      let waiting = false;
      const id = window.setInterval(() => {
        if (waiting) return;
        waiting = true;
        logic.arrive(() => {
          waiting = false;
          if (live.has(id)) callback(...args);
        });
      }, delay);
      live.add(id);
      return id;
    },
    clearTimeout: clear,
    clearInterval: clear,
  };
}
