import { type Attempt, blocksBill } from '../core/attempt';
import { type BillNumber, sameBill } from '../core/bill';
import { applyEvent, type AttemptEvent } from '../core/transitions';
import { createObservable } from '../utils/observable';
import type { CashierError } from '../core/errors/cashier-error';
import type { Journal, JournalContents } from './journal';
import { toCashierError } from './to-cashier-error';

/** All attempts on this phone: in memory for asking, in the journal for keeping. */
export interface AttemptStore {
  /**
   * Reads the journal; until it has been read nothing may be charged. Never throws: what went wrong
   * is `loadProblem`, and calling again tries again. `at`: ms since 1970.
   */
  load(at: number): Promise<void>;
  loaded(): boolean;
  /** Why the journal could not be read; null while reading and once read. */
  loadProblem(): CashierError | null;
  /** Ids of records that could not be read. */
  damaged(): readonly string[];
  get(id: string): Attempt | null;
  all(): readonly Attempt[];
  onBill(server: string, bill: BillNumber): readonly Attempt[];
  /** The attempt because of which the bill must not be charged now. */
  blocking(server: string, bill: BillNumber): Attempt | null;
  /** Takes in an attempt, durably, before anything is sent. @throws StorageFailedError: nothing is kept */
  add(attempt: Attempt): Promise<void>;
  /**
   * Lets an event happen. Seen at once; written in the background, and again at `save` if the
   * storage failed.
   */
  apply(id: string, event: AttemptEvent): void;
  /**
   * Takes a settled attempt out of the journal and out of memory, in this order; one that has changed
   * since stays. False when the storage failed: it is still there.
   */
  forget(attempt: Attempt): Promise<boolean>;
  /** Writes whatever an earlier failure left unwritten. */
  save(): void;
  /** How many attempts have a newest state that the storage refused: a restart would not know it. */
  unwritten(): number;
  /** Tells the id of the attempt that changed; null when something about the journal itself did. */
  subscribe(listener: (id: string | null) => void): () => void;
}

export function createAttemptStore(journal: Journal): AttemptStore {
  const attempts = new Map<string, Attempt>();
  const unsaved = new Set<string>();
  const refused = new Set<string>();
  const changes = createObservable<string | null>();
  let damaged: readonly string[] = [];
  let loaded = false;
  let loadProblem: CashierError | null = null;
  let loading: Promise<void> | null = null;

  function keep(attempt: Attempt): void {
    attempts.set(attempt.id, attempt);
    unsaved.add(attempt.id);
    journal.write(attempt).then(
      () => {
        // A newer state may be waiting for its own write.
        if (attempts.get(attempt.id) !== attempt) return;
        unsaved.delete(attempt.id);
        if (refused.delete(attempt.id)) changes.emit(null);
      },
      () => {
        if (refused.has(attempt.id)) return;
        refused.add(attempt.id);
        changes.emit(null);
      },
    );
  }

  function onBill(server: string, bill: BillNumber): readonly Attempt[] {
    return Array.from(attempts.values()).filter(
      (attempt) => attempt.server === server && sameBill(attempt.bill, bill),
    );
  }

  function takeIn(contents: JournalContents, at: number): void {
    damaged = contents.damaged;
    for (const stored of contents.attempts) {
      const attempt = applyEvent(stored, { type: 'restart', at });
      attempts.set(attempt.id, attempt);
      if (attempt !== stored) keep(attempt);
    }
    loaded = true;
  }

  async function readJournal(at: number): Promise<void> {
    try {
      takeIn(await journal.load(), at);
      loadProblem = null;
    } catch (error) {
      loadProblem = toCashierError(error);
    }
    loading = null;
    changes.emit(null);
  }

  return {
    async load(at) {
      if (loaded) return;
      // One reading at a time: a second one would bring back what has changed since.
      if (loading === null) {
        loading = readJournal(at);
        if (loadProblem !== null) {
          loadProblem = null;
          changes.emit(null);
        }
      }
      await loading;
    },
    loaded: () => loaded,
    loadProblem: () => loadProblem,
    damaged: () => damaged,
    get: (id) => attempts.get(id) ?? null,
    all: () => Array.from(attempts.values()),
    onBill,
    blocking: (server, bill) => onBill(server, bill).find(blocksBill) ?? null,

    async add(attempt) {
      try {
        await journal.write(attempt);
      } catch (error) {
        await journal.discard(attempt.id);
        throw error;
      }
      attempts.set(attempt.id, attempt);
      // In a turn of its own: a page's mistake must not stop a call that is durable already.
      void Promise.resolve().then(() => {
        changes.emit(attempt.id);
      });
    },

    apply(id, event) {
      const before = attempts.get(id);
      if (before === undefined) return;
      const after = applyEvent(before, event);
      if (after === before) return;
      keep(after);
      changes.emit(id);
    },

    async forget(attempt) {
      const { id } = attempt;
      if (attempts.get(id) !== attempt || unsaved.has(id)) return true;
      try {
        await journal.forget(id);
      } catch {
        return false;
      }
      // Changed meanwhile, it was written again after the removal.
      if (attempts.get(id) !== attempt) return true;
      attempts.delete(id);
      changes.emit(id);
      return true;
    },

    save() {
      for (const id of Array.from(unsaved)) {
        const attempt = attempts.get(id);
        if (attempt !== undefined) keep(attempt);
      }
    },
    unwritten: () => refused.size,
    subscribe: changes.subscribe,
  };
}
