import type { Settings } from '../config/settings';
import { decodeShift, encodeShift, type Shift, shiftSince } from '../core/shift';
import { createObservable } from '../utils/observable';
import type { Storage } from '../utils/storage';
import type { Session, SessionService } from './session';

/** Whose shift it is on this phone, and since when: a refused session does not end it, signing out does. */
export interface ShiftService {
  /** When the shift of whoever is signed in began, ms since 1970; null: nobody is. */
  since(): number | null;
  /** Reads what an earlier run of the app has left. Never throws. */
  load(): Promise<void>;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface ShiftParts {
  readonly session: SessionService;
  readonly storage: Storage;
  readonly settings: Pick<Settings, 'shiftHours'>;
}

const KEY = 'shift';

export function createShiftService({ session, storage, settings }: ShiftParts): ShiftService {
  const changes = createObservable<undefined>();
  const server = session.server.baseUrl;
  let shift: Shift | null = null;
  let reading: Promise<void> | null = null;
  /** What the storage is told, in the order in which it happened. */
  let turn = Promise.resolve();

  const sinceOf = (current: Session): number =>
    shiftSince(shift, current, server, settings.shiftHours);

  async function read(): Promise<void> {
    const text = await storage.read(KEY).catch(() => null);
    shift = decodeShift(text);
    changes.emit(undefined);
  }

  function load(): Promise<void> {
    reading ??= read();
    return reading;
  }

  /** A storage that fails costs no more than where the shift's totals begin after a restart. */
  async function begin(current: Session): Promise<void> {
    await load();
    const since = sinceOf(current);
    if (shift?.server === server && shift.user === current.user && shift.since === since) return;
    shift = { server, user: current.user, since };
    changes.emit(undefined);
    await storage.write(KEY, encodeShift(shift)).catch(() => undefined);
  }

  async function end(): Promise<void> {
    await load();
    shift = null;
    await storage.remove(KEY).catch(() => undefined);
  }

  session.subscribe((current) => {
    const signedOut = current === null && !session.wasRefused();
    if (current !== null) turn = turn.then(() => begin(current));
    else if (signedOut) turn = turn.then(end);
  });

  return {
    since: () => {
      const current = session.current();
      return current === null ? null : sinceOf(current);
    },
    load,
    subscribe: changes.subscribe,
  };
}
