import type { Clock } from '../../../miniprogram/utils/clock';
import { START } from './attempts';

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** Lets everything that waits on promises alone go on. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Time that passes only when told. The wall clock may be set while timers run on, as on a phone. */
export class VirtualClock implements Clock {
  private elapsed = 0;
  private shift = START;
  private timers: readonly Timer[] = [];

  now(): number {
    return this.elapsed + this.shift;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { due: this.elapsed + ms, callback };
    this.timers = [...this.timers, timer];
    return () => {
      this.timers = this.timers.filter((each) => each !== timer);
    };
  }

  /** Somebody sets the phone's clock; no time passes. */
  setBy(ms: number): void {
    this.shift += ms;
  }

  /** Lets time pass; timers fire in order, each followed by all that waits for it. */
  async pass(ms: number): Promise<void> {
    const end = this.elapsed + ms;
    await settle();
    for (let next = this.nextBy(end); next !== undefined; next = this.nextBy(end)) {
      const fired = next;
      this.timers = this.timers.filter((each) => each !== fired);
      this.elapsed = Math.max(this.elapsed, fired.due);
      fired.callback();
      await settle();
    }
    this.elapsed = end;
  }

  /** Time passes while the app's JavaScript is suspended: timers are late. */
  sleep(ms: number): void {
    this.elapsed += ms;
  }

  waiting(): number {
    return this.timers.length;
  }

  private nextBy(end: number): Timer | undefined {
    return this.timers
      .filter(({ due }) => due <= end)
      .reduce<Timer | undefined>(
        (first, each) => (first === undefined || each.due < first.due ? each : first),
        undefined,
      );
  }
}
