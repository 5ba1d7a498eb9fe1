import type { Settings } from '../config/settings';
import { type BillNumber, sameBill } from '../core/bill';
import {
  type BillAccount,
  billAccount,
  type BillLook,
  nothingToCollect,
} from '../core/bill-account';
import type { CashierError } from '../core/errors/cashier-error';
import type { Clock } from '../utils/clock';
import { createObservable } from '../utils/observable';
import type { AttemptStore } from './attempt-store';
import type { BillReader } from './bill-reader';
import { applyReading } from './apply-reading';
import { toCashierError } from './to-cashier-error';
import type { SessionService } from './session';

/** The bill on the home page, as far as it has been read. */
export type DeskBill =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly bill: BillNumber }
  | { readonly kind: 'read'; readonly bill: BillNumber; readonly look: BillLook }
  | { readonly kind: 'failed'; readonly bill: BillNumber; readonly problem: CashierError };

/**
 * Reads the bill that staff have before them. What it shows is for people: a charge reads anew. What
 * it tells about older attempts on the bill counts.
 */
export interface BillDesk {
  current(): DeskBill;
  /** What the bill comes to; null until it has been read. */
  account(): BillAccount | null;
  /** Why nothing is to be collected on it; null: something is, or it is not known. */
  nothingToCollect(): ReturnType<typeof nothingToCollect>;
  /** Lays a bill on the desk and reads it, unless it lies there already. null: takes it away. */
  open(bill: BillNumber | null): void;
  /** Reads the bill anew; what was read before stays shown meanwhile. */
  reload(): Promise<void>;
  /** Waits for the first figures of the bill while they are being read, but not for long. */
  settled(): Promise<void>;
  /** Reads anew if a payment on the bill has made the last reading old. */
  refreshIfStale(): void;
  /** Reads anew if the last reading has grown old that way, or failed. */
  refreshIfStaleOrFailed(): void;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface BillDeskParts {
  readonly attempts: AttemptStore;
  readonly bills: BillReader;
  readonly session: SessionService;
  readonly clock: Clock;
  readonly settings: Pick<Settings, 'deskPatience'>;
}

export function createBillDesk(parts: BillDeskParts): BillDesk {
  const { attempts, bills, session, clock, settings } = parts;
  const changes = createObservable<undefined>();
  const server = session.server.baseUrl;
  let current: DeskBill = { kind: 'none' };
  let stale = false;
  /** Counts readings: only the newest one is shown. */
  let newest = 0;

  function show(next: DeskBill): void {
    current = next;
    changes.emit(undefined);
  }

  function takeAway(): void {
    newest += 1;
    if (current.kind !== 'none') show({ kind: 'none' });
  }

  async function read(bill: BillNumber): Promise<void> {
    const asker = session.current();
    if (asker === null) {
      if (current.kind !== 'none' && !sameBill(current.bill, bill)) takeAway();
      return;
    }
    newest += 1;
    const mine = newest;
    stale = false;
    if (current.kind !== 'read' || !sameBill(current.bill, bill)) show({ kind: 'reading', bill });
    let next: DeskBill;
    try {
      // A call that is still open is answered by itself first: its own word is the better one.
      const before = attempts.onBill(server, bill).filter(({ state }) => state !== 'submitted');
      const { look, reading } = await bills.look(bill);
      applyReading(attempts, before, reading, clock.now());
      next = { kind: 'read', bill, look };
    } catch (error) {
      next = { kind: 'failed', bill, problem: toCashierError(error) };
    }
    if (mine !== newest) return;
    // Refused on the way: what could not be read is read by whoever signs in.
    if (next.kind === 'read' && session.current() !== asker) stale = true;
    show(next);
  }

  attempts.subscribe((id) => {
    const attempt = id === null ? null : attempts.get(id);
    if (attempt === null || current.kind === 'none') return;
    // Nothing has become known yet, and a read now would go out together with the charge.
    if (attempt.state === 'submitted') return;
    if (attempt.server === server && sameBill(attempt.bill, current.bill)) stale = true;
  });

  function account(): BillAccount | null {
    if (current.kind !== 'read') return null;
    return billAccount(current.look, attempts.onBill(server, current.bill));
  }

  async function reload(): Promise<void> {
    if (current.kind !== 'none') await read(current.bill);
  }

  return {
    current: () => current,
    account,
    nothingToCollect: () => {
      const figures = account();
      return current.kind === 'read' && figures !== null
        ? nothingToCollect(current.look, figures)
        : null;
    },
    open: (bill) => {
      if (bill === null) {
        takeAway();
        return;
      }
      const there = current.kind === 'reading' || current.kind === 'read' ? current.bill : null;
      if (there === null || stale || !sameBill(there, bill)) void read(bill);
    },
    reload,
    async settled() {
      if (current.kind !== 'reading') return;
      await new Promise<void>((resolve) => {
        const end = (): void => {
          stopWaiting();
          stopListening();
          resolve();
        };
        const stopWaiting = clock.after(settings.deskPatience, end);
        const stopListening = changes.subscribe(() => {
          if (current.kind !== 'reading') end();
        });
      });
    },
    refreshIfStale: () => {
      if (stale) void reload();
    },
    refreshIfStaleOrFailed: () => {
      if (stale || current.kind === 'failed') void reload();
    },
    subscribe: changes.subscribe,
  };
}
