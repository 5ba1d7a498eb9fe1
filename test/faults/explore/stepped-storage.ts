import { StorageFailedError } from '../../../miniprogram/core/errors/storage-failed-error';
import type { Storage } from '../../../miniprogram/utils/storage';

interface OpenWrite {
  readonly key: string;
  readonly value: string;
  readonly done: () => void;
  readonly failed: (error: Error) => void;
}

/** Storage whose writes are done one by one, when the exploration says so. */
export class SteppedStorage {
  readonly stored = new Map<string, string>();
  private open: OpenWrite[] = [];

  get waiting(): number {
    return this.open.length;
  }

  /** The storage for one run of the app: what a dead run still asks for is not heard. */
  ofThisRun(): Storage {
    return {
      keys: () => Promise.resolve([...this.stored.keys()]),
      read: (key) => Promise.resolve(this.stored.get(key) ?? null),
      write: (key, value) =>
        new Promise((done, failed) => {
          this.open.push({ key, value, done, failed });
        }),
      remove: (key) => {
        this.stored.delete(key);
        return Promise.resolve();
      },
    };
  }

  finish(well: boolean): void {
    const write = this.open.shift();
    if (write === undefined) return;
    if (!well) {
      write.failed(new StorageFailedError('setStorage:fail'));
      return;
    }
    this.stored.set(write.key, write.value);
    write.done();
  }

  /** The app dies: what becomes of the write under way. The promises never end. */
  die(fate: 'lost' | 'torn' | 'written'): void {
    const [write] = this.open;
    this.open = [];
    if (write === undefined || fate === 'lost') return;
    const { key, value } = write;
    this.stored.set(key, fate === 'torn' ? value.slice(0, value.length >> 1) : value);
  }

  shape(of: (value: string) => string): string {
    return this.open.map(({ value }) => of(value)).join('+');
  }
}
