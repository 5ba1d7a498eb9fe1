/** Steps between two timers that a script may take before it counts as one that never ends. */
const MAX_TURNS = 200_000;

/** The script cannot come to its end. */
export class StuckError extends Error {
  override readonly name = 'StuckError';
}

interface Timer {
  readonly id: number;
  readonly due: number;
  readonly run: () => void;
}

/**
 * Timers and the clock of a phone whose time passes only from timer to timer. The host asks for one
 * turn after the other and runs, between them, what promises have put off.
 */
export class Timers {
  private readonly waiting: Timer[] = [];
  private made = 0;
  private turns = 0;
  private ended = false;

  /** @param at when this phone is switched on, ms since 1970 */
  constructor(private at: number) {}

  now(): number {
    return this.at;
  }

  after(ms: number, run: () => void): number {
    this.made += 1;
    this.waiting.push({ id: this.made, due: this.at + Math.max(0, ms), run });
    return this.made;
  }

  cancel(id: number): void {
    const index = this.waiting.findIndex((timer) => timer.id === id);
    if (index >= 0) this.waiting.splice(index, 1);
  }

  /** Nothing runs any more: the phone has been killed, or its work is done. */
  end(): void {
    this.ended = true;
  }

  /**
   * Runs the timer that is due next.
   *
   * @returns whether there is more to do
   * @throws StuckError, and what the timer throws
   */
  turn(): boolean {
    if (this.ended) return false;
    this.turns += 1;
    if (this.turns > MAX_TURNS) throw new StuckError('the script never comes to its end');
    let next = this.waiting[0];
    for (const timer of this.waiting) {
      if (next === undefined || timer.due < next.due) next = timer;
    }
    if (next === undefined)
      throw new StuckError('nothing is left to do, and the script is not done');
    this.cancel(next.id);
    this.at = Math.max(this.at, next.due);
    next.run();
    return true;
  }

  /** Puts them in the place of a browser's, with a `Date` that follows this clock. */
  install(global: Record<string, unknown>): void {
    global['setTimeout'] = (run: () => void, ms = 0) => this.after(ms, run);
    global['clearTimeout'] = (id: number) => this.cancel(id);
    global['setInterval'] = (run: () => void, ms = 0) => {
      const again = (): void => {
        timer = this.after(ms, again);
        ids.set(first, timer);
        run();
      };
      let timer = this.after(ms, again);
      const first = timer;
      ids.set(first, timer);
      return first;
    };
    const ids = new Map<number, number>();
    global['clearInterval'] = (id: number) => this.cancel(ids.get(id) ?? id);
    Date.now = () => this.at;
  }
}
