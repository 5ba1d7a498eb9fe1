import type { Attempt } from '../core/attempt';
import { type AttemptRecord, decodeRecord, encodeRecord } from '../core/attempt-record';
import type { Storage } from '../utils/storage';

/** What the journal held at start. */
export interface JournalContents {
  readonly attempts: readonly Attempt[];
  /** Ids of attempts of which no record can be read: set aside, never thrown away. */
  readonly damaged: readonly string[];
}

/** The durable record of attempts on this phone. */
export interface Journal {
  /** @throws StorageFailedError */
  load(): Promise<JournalContents>;
  /** Durable once resolved. Writes of one attempt happen in the order asked for. @throws StorageFailedError */
  write(attempt: Attempt): Promise<void>;
  /** Forgets an attempt whose first write failed, as far as the storage still allows. */
  discard(id: string): Promise<void>;
  /**
   * Removes a settled attempt for good. Cut off at any instant it is either still there as it was,
   * or gone. @throws StorageFailedError: still there
   */
  forget(id: string): Promise<void>;
}

/** Thousands of slots one after the other would keep 扫码收款 waiting. */
const READS_AT_ONCE = 50;

const KEY = /^attempt:(.+):([01])$/;

/**
 * Each attempt has two slots that are written in turn, so a write that is cut off can only spoil the
 * older one: at most the newest change is lost, never the attempt.
 */
export function createJournal(storage: Storage): Journal {
  const sequences = new Map<string, number>();
  const queues = new Map<string, Promise<void>>();

  async function writeNow(attempt: Attempt): Promise<void> {
    const sequence = (sequences.get(attempt.id) ?? 0) + 1;
    await storage.write(slotKey(attempt.id, sequence), encodeRecord(attempt, sequence));
    // Only now: a failed write is tried again in the same slot, and the other one stays whole.
    sequences.set(attempt.id, sequence);
  }

  /**
   * The older slot goes first: with the newer one gone before it, a kill in between would bring an
   * old state back as the newest, an undecided one perhaps.
   */
  async function forgetNow(id: string): Promise<void> {
    const newest = sequences.get(id) ?? 1;
    await storage.remove(slotKey(id, newest + 1));
    await storage.remove(slotKey(id, newest));
    sequences.delete(id);
  }

  function inTurn(id: string, step: () => Promise<void>): Promise<void> {
    const before = queues.get(id) ?? Promise.resolve();
    const done = before.catch(() => undefined).then(step);
    queues.set(id, done);
    return done;
  }

  return {
    async load() {
      const found = new Map<string, AttemptRecord | null>();
      const slots = (await storage.keys()).flatMap((key) => {
        const id = KEY.exec(key)?.[1];
        return id === undefined ? [] : [{ key, id }];
      });
      for (let from = 0; from < slots.length; from += READS_AT_ONCE) {
        const some = slots.slice(from, from + READS_AT_ONCE);
        const texts = await Promise.all(some.map(({ key }) => storage.read(key)));
        some.forEach(({ id }, i) => {
          found.set(id, newer(found.get(id) ?? null, decodeRecord(texts[i])));
        });
      }
      const attempts: Attempt[] = [];
      const damaged: string[] = [];
      for (const [id, record] of found) {
        if (record === null || record.attempt.id !== id) {
          damaged.push(id);
          continue;
        }
        sequences.set(id, record.sequence);
        attempts.push(record.attempt);
      }
      return { attempts, damaged };
    },

    write: (attempt) => inTurn(attempt.id, () => writeNow(attempt)),
    forget: (id) => inTurn(id, () => forgetNow(id)),

    async discard(id) {
      sequences.delete(id);
      await storage.remove(slotKey(id, 1)).catch(() => undefined);
    },
  };
}

function slotKey(id: string, sequence: number): string {
  return `attempt:${id}:${String(sequence % 2)}`;
}

function newer(a: AttemptRecord | null, b: AttemptRecord | null): AttemptRecord | null {
  if (a === null || b === null) return a ?? b;
  return a.sequence > b.sequence ? a : b;
}
