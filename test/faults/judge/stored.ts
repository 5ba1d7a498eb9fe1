import type { Attempt, AttemptState } from '../../../miniprogram/core/attempt';

/** What a phone's storage holds of one attempt, read by the judge's own eyes. */
export interface StoredAttempt {
  readonly sequence: number;
  readonly attempt: Attempt;
}

const KEY = /^attempt:(.+):[01]$/;

/** Reads a phone's storage, and again only what has changed since. */
export class DiskReader {
  private readonly known = new Map<string, { text: string; record: StoredAttempt | null }>();

  /** Every attempt that storage holds something of; null: nothing of it can be read. */
  all(disk: ReadonlyMap<string, string>): Map<string, StoredAttempt | null> {
    const found = new Map<string, StoredAttempt | null>();
    for (const [key, text] of disk) {
      const id = KEY.exec(key)?.[1];
      if (id === undefined) continue;
      const record = this.one(key, text, id);
      const other = found.get(id) ?? null;
      const newer = record !== null && (other === null || record.sequence > other.sequence);
      found.set(id, newer ? record : other);
    }
    return found;
  }

  one(key: string, text: string, id: string): StoredAttempt | null {
    const known = this.known.get(key);
    if (known?.text === text) return known.record;
    const record = readRecord(text, id);
    this.known.set(key, { text, record });
    return record;
  }
}

export function readRecord(text: string, id: string): StoredAttempt | null {
  try {
    const record = JSON.parse(text) as Partial<StoredAttempt> & { format?: number };
    if (record.format !== 1 || record.attempt?.id !== id) return null;
    return { sequence: record.sequence ?? 0, attempt: record.attempt };
  } catch {
    return null;
  }
}

/** In which state an attempt comes back after a kill. */
export function afterRestart(state: AttemptState): AttemptState {
  if (state === 'prepared') return 'rejected';
  return state === 'submitted' ? 'unknown' : state;
}
