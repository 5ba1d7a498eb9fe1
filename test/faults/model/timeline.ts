/** 2026-11-22 08:00:00 UTC. */
const START = Date.UTC(2026, 10, 22, 8);

interface Entry {
  readonly at: number;
  /** Breaks ties: what was planned first happens first. */
  readonly order: number;
  run: (() => void) | null;
}

/** Virtual time: everything that will happen, in order. */
export class Timeline {
  /** True time, ms since 1970. The phones' clocks may be wrong. */
  now = START;
  private readonly heap: Entry[] = [];
  private planned = 0;

  /** Plans a step; the returned function takes it back. As `setTimeout` does, it drops parts of a ms. */
  after(ms: number, run: () => void): () => void {
    this.planned += 1;
    const entry: Entry = { at: this.now + Math.max(0, Math.floor(ms)), order: this.planned, run };
    this.push(entry);
    return () => {
      entry.run = null;
    };
  }

  /** Lets the next step happen. False: nothing is planned before `until`. */
  step(until: number): boolean {
    for (;;) {
      const first = this.heap[0];
      if (first === undefined || first.at > until) return false;
      this.pop();
      if (first.run === null) continue; // taken back
      this.now = first.at;
      first.run();
      return true;
    }
  }

  private push(entry: Entry): void {
    const { heap } = this;
    let index = heap.length;
    heap.push(entry);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(entry, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = entry;
  }

  private pop(): void {
    const { heap } = this;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      let child = heap[left];
      if (child === undefined) break;
      const right = heap[left + 1];
      const useRight = right !== undefined && isBefore(right, child);
      if (useRight) child = right;
      if (!isBefore(child, last)) break;
      heap[index] = child;
      index = useRight ? left + 1 : left;
    }
    heap[index] = last;
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
