import { StorageFailedError } from '../../../miniprogram/core/errors/storage-failed-error';
import type { Storage } from '../../../miniprogram/utils/storage';

export type StorageCall = 'keys' | 'read' | 'write' | 'remove';

/** Storage in memory that fails, hangs and tears writes when told. */
export class FakeStorage implements Storage {
  readonly stored = new Map<string, unknown>();
  /** Calls that fail for as long as they stand here. */
  readonly broken = new Set<StorageCall>();
  /** How many writes succeed before the storage is full. */
  room = Infinity;
  /** What happened, as "write key"; durable writes only once they are. */
  readonly log: string[];
  private held: (() => void)[] | null = null;
  private tearNext = false;
  private removalsLeft = Infinity;

  constructor(log: string[] = []) {
    this.log = log;
  }

  /** The next write is cut off in the middle: half of it is stored, and its end is never heard of. */
  tearNextWrite(): void {
    this.tearNext = true;
  }

  /** The app is killed once this many removals are done: the next one is never heard of. */
  killAfterRemovals(count: number): void {
    this.removalsLeft = count;
  }

  /** How many slots of attempts are there. */
  get slots(): number {
    return [...this.stored.keys()].filter((key) => key.startsWith('attempt:')).length;
  }

  /** What the next start finds. */
  restarted(): FakeStorage {
    const next = new FakeStorage(this.log);
    for (const [key, value] of this.stored) next.stored.set(key, value);
    return next;
  }

  /** Writes wait until they are released. */
  holdWrites(): void {
    this.held ??= [];
  }

  /** Lets them go on, the newest first: nobody promises an order. */
  releaseWrites(): void {
    const waiting = this.held ?? [];
    this.held = null;
    for (const go of waiting.reverse()) go();
  }

  async keys(): Promise<readonly string[]> {
    this.check('keys');
    return Array.from(this.stored.keys());
  }

  async read(key: string): Promise<unknown> {
    this.check('read');
    return this.stored.get(key) ?? null;
  }

  async write(key: string, value: string): Promise<void> {
    if (this.tearNext) {
      this.tearNext = false;
      this.stored.set(key, value.slice(0, value.length / 2));
      await new Promise(() => undefined);
    }
    const { held } = this;
    if (held !== null) await new Promise<void>((resolve) => held.push(resolve));
    this.check('write');
    this.room -= 1;
    if (this.room < 0) throw new StorageFailedError('full');
    this.stored.set(key, value);
    this.log.push(`write ${key}`);
  }

  async remove(key: string): Promise<void> {
    this.check('remove');
    if (this.removalsLeft <= 0) await new Promise(() => undefined);
    this.removalsLeft -= 1;
    this.stored.delete(key);
    this.log.push(`remove ${key}`);
  }

  /** All that is stored, as one text. */
  text(): string {
    return Array.from(this.stored.entries()).flat().map(String).join('\n');
  }

  private check(call: StorageCall): void {
    if (this.broken.has(call)) throw new StorageFailedError(`${call} fails`);
  }
}
