import type { HttpOutcome } from '../../../miniprogram/core/http-outcome';
import type { Services } from '../../../miniprogram/services/services';
import type { Visibility } from '../../../miniprogram/services/visibility';

/** A write that storage has been asked for and not yet done. */
export interface OpenWrite {
  readonly key: string;
  readonly value: string;
}

/** One request in flight. */
export interface OpenCall {
  end(outcome: HttpOutcome): void;
}

/**
 * One run of the app, from its start until WeChat kills it. Nothing reaches a dead process, and a
 * frozen one gets what happened meanwhile when it thaws.
 */
export class AppProcess {
  alive = true;
  frozen = false;
  readonly writes = new Set<OpenWrite>();
  readonly calls = new Set<OpenCall>();
  services: Services | null = null;
  visibility: Visibility | null = null;
  private waiting: (() => void)[] = [];

  constructor(
    readonly run: number,
    /** Told before a step of the app's own code runs. */
    private readonly onStep: () => void,
  ) {}

  /** Runs a step of the app's own code: now, when it thaws, or never. */
  deliver(step: () => void): void {
    if (!this.alive) return;
    if (this.frozen) {
      this.waiting.push(step);
      return;
    }
    this.onStep();
    step();
  }

  /** WeChat suspends the JavaScript; requests in flight fail as interrupted. */
  freeze(): void {
    this.frozen = true;
    this.cutCalls({ kind: 'noAnswer', reason: 'interrupted' });
  }

  /** The steps that waited, to be run one by one. */
  thaw(): (() => void)[] {
    this.frozen = false;
    const steps = this.waiting;
    this.waiting = [];
    return steps;
  }

  cutCalls(outcome: HttpOutcome): void {
    for (const call of [...this.calls]) call.end(outcome);
  }

  /** @returns the writes that were under way */
  die(): readonly OpenWrite[] {
    this.alive = false;
    this.waiting = [];
    this.calls.clear();
    const open = [...this.writes];
    this.writes.clear();
    return open;
  }
}

/** What a dead process gets for everything it still asks for. */
export function never<T>(): Promise<T> {
  return new Promise<T>(() => undefined);
}
