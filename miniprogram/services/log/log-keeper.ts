import { decodeEntries, type LogEntry } from '../../core/log-entry';
import { parseObject } from '../../core/json';
import type { Clock } from '../../utils/clock';
import type { Storage } from '../../utils/storage';
import type { Visibility } from '../visibility';
import type { Log } from './log';

/** Keeps the log across restarts, as far as the storage has room to spare. */
export interface LogKeeper {
  /** Begins to keep; until then nothing is read or written. */
  start(): void;
  /** Entries of earlier runs and of this one, the oldest first. Never throws. */
  all(): Promise<readonly LogEntry[]>;
}

export interface LogKeeperParts {
  readonly log: Log;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly visibility: Visibility;
  /** A payment is on its way to its call: the storage is left to the journal. */
  readonly busy: () => boolean;
}

/** How many slots are written in turn; the oldest is overwritten. */
export const LOG_SLOTS = 4;
/** When a slot counts as full: entries, and characters of them. */
const SLOT_ENTRIES = 120;
export const SLOT_LENGTH = 16_000;
/** How long entries wait to be written together, ms. */
const PAUSE = 5_000;

const FORMAT = 1;

interface Slot {
  readonly sequence: number;
  readonly entries: LogEntry[];
}

export function createLogKeeper(parts: LogKeeperParts): LogKeeper {
  const { log, storage, clock, visibility, busy } = parts;
  let earlier: readonly LogEntry[] = [];
  let slot: Slot = { sequence: 0, entries: [] };
  let slotLength = 0;
  /** What has not been put into the slot yet. */
  let waiting: LogEntry[] = [];
  let writing = false;
  let timerSet = false;
  /** The storage had no room for the journal: the log has given its own up. */
  let gaveWay = false;
  let opened: Promise<void> | null = null;

  /** Reads what earlier runs have left. At the first writing, not at start: the journal comes first. */
  async function readEarlier(): Promise<void> {
    const slots: Slot[] = [];
    for (let index = 0; index < LOG_SLOTS; index += 1) {
      const found = decodeSlot(await storage.read(slotKey(index)).catch(() => null));
      if (found !== null) slots.push(found);
    }
    slots.sort((a, b) => a.sequence - b.sequence);
    earlier = slots.flatMap(({ entries }) => entries);
    slot = { sequence: (slots[slots.length - 1]?.sequence ?? 0) + 1, entries: [] };
  }

  function open(): Promise<void> {
    opened ??= readEarlier();
    return opened;
  }

  function writeLater(): void {
    if (timerSet || gaveWay) return;
    timerSet = true;
    clock.after(PAUSE, () => {
      timerSet = false;
      void writeNow();
    });
  }

  async function writeNow(): Promise<void> {
    if (writing || gaveWay || waiting.length === 0) return;
    if (busy()) {
      writeLater();
      return;
    }
    writing = true;
    try {
      await open();
      while (waiting.length > 0) {
        fillSlot();
        await storage.write(slotKey(slot.sequence % LOG_SLOTS), encodeSlot(slot));
      }
      await giveWayAgain();
    } catch {
      await giveWay();
    } finally {
      writing = false;
    }
  }

  /** Room was asked for while this was written. */
  async function giveWayAgain(): Promise<void> {
    if (gaveWay) await giveWay();
  }

  /** Moves what waits into the slot, as much as fits; nothing fits into a full one, so a new one begins. */
  function fillSlot(): void {
    if (!hasRoom()) {
      slot = { sequence: slot.sequence + 1, entries: [] };
      slotLength = 0;
    }
    for (let entry = waiting[0]; entry !== undefined && hasRoom(); entry = waiting[0]) {
      slot.entries.push(entry);
      slotLength += JSON.stringify(entry).length;
      waiting.shift();
    }
  }

  function hasRoom(): boolean {
    return slot.entries.length < SLOT_ENTRIES && slotLength < SLOT_LENGTH;
  }

  /** A log must never be what leaves no room for a payment's record. */
  async function giveWay(): Promise<void> {
    gaveWay = true;
    for (let index = 0; index < LOG_SLOTS; index += 1) {
      await storage.remove(slotKey(index)).catch(() => undefined);
    }
  }

  return {
    start() {
      waiting = log.entries().slice();
      writeLater();
      log.onEntry((entry) => {
        if (gaveWay) return;
        waiting.push(entry);
        if (entry.event === 'storage.failed' && entry.fields['call'] === 'write') void giveWay();
        else writeLater();
      });
      visibility.subscribe((visible) => {
        if (!visible) void writeNow();
      });
    },
    async all() {
      await open();
      return [...earlier, ...log.entries()];
    },
  };
}

function slotKey(index: number): string {
  return `log:${String(index)}`;
}

function encodeSlot({ sequence, entries }: Slot): string {
  return JSON.stringify({ format: FORMAT, sequence, entries });
}

/** null for anything that is not a slot: a log is worth no alarm. */
function decodeSlot(text: unknown): Slot | null {
  if (typeof text !== 'string' || text.length > 2 * SLOT_LENGTH) return null;
  const object = parseObject(text);
  const sequence = object?.['sequence'];
  if (object?.['format'] !== FORMAT) return null;
  if (typeof sequence !== 'number' || !Number.isSafeInteger(sequence) || sequence < 1) return null;
  return { sequence, entries: decodeEntries(object['entries']).slice() };
}
