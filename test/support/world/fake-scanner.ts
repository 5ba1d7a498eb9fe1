import type { Scanner } from '../../../miniprogram/utils/scanner';

/** A scanner that brings what the test put in front of it. */
export class FakeScanner implements Scanner {
  opened = 0;
  private readonly results: (string | null | Error)[] = [];
  private waiting: ((result: string | null) => void) | null = null;

  /** What the next scan brings at once: a text, null for a cancelled scan, or a failure. */
  put(...results: readonly (string | null | Error)[]): void {
    this.results.push(...results);
  }

  /** The code comes in front of the open scanner. */
  show(result: string | null): void {
    if (this.waiting === null) throw new Error('the scanner is not open');
    this.waiting(result);
    this.waiting = null;
  }

  scan(): Promise<string | null> {
    this.opened += 1;
    const result = this.results.shift();
    if (result instanceof Error) return Promise.reject(result);
    if (result !== undefined) return Promise.resolve(result);
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }
}
