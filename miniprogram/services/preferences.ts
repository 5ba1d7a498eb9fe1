import { parseObject } from '../core/json';
import { createObservable } from '../utils/observable';
import type { Storage } from '../utils/storage';

/** What staff may switch on this phone. */
export interface PreferenceValues {
  readonly sound: boolean;
  readonly vibration: boolean;
}

export type PreferenceName = keyof PreferenceValues;

/** The switches of the settings page, kept on this phone. */
export interface Preferences {
  /** Reads what is stored. Never throws: what cannot be read stays as it is by default. */
  load(): Promise<void>;
  get(): PreferenceValues;
  /** Holds at once; durable once resolved. @throws StorageFailedError: holds until the app ends */
  set(name: PreferenceName, on: boolean): Promise<void>;
  readonly subscribe: (listener: () => void) => () => void;
}

const KEY = 'preferences';
const DEFAULTS: PreferenceValues = { sound: true, vibration: true };

export function createPreferences(storage: Storage): Preferences {
  const changes = createObservable<undefined>();
  /** What staff have switched since the start: a reading that comes later must not undo it. */
  let chosen: Partial<PreferenceValues> = {};
  let stored = DEFAULTS;
  let writing = Promise.resolve();
  const get = (): PreferenceValues => ({ ...stored, ...chosen });

  async function read(): Promise<void> {
    try {
      stored = parse(await storage.read(KEY));
    } catch {
      // A switch that cannot be read must not keep the app from starting.
      return;
    }
    changes.emit(undefined);
  }

  return {
    load() {
      // What is chosen meanwhile is written after it, so that the other switch is known by then.
      writing = writing.then(read);
      return writing;
    },
    get,
    set(name, on) {
      chosen = { ...chosen, [name]: on };
      changes.emit(undefined);
      // In turn: the newest choice is the one that stays. What is written is read when its turn comes.
      const written = writing.then(() => storage.write(KEY, JSON.stringify(get())));
      writing = written.catch(() => undefined);
      return written;
    },
    subscribe: changes.subscribe,
  };
}

/** Each switch by itself: a damaged one falls back, the other stays. */
function parse(text: unknown): PreferenceValues {
  const values = parseObject(text) ?? {};
  return {
    sound: asSwitch(values['sound'], DEFAULTS.sound),
    vibration: asSwitch(values['vibration'], DEFAULTS.vibration),
  };
}

function asSwitch(value: unknown, initial: boolean): boolean {
  return typeof value === 'boolean' ? value : initial;
}
