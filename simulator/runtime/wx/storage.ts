import { asyncCall, CallError } from './call';
import type { Environment } from '../environment';

/**
 * What may go wrong with a phone's storage: `write` fails, `full` reports the quota, `read` fails,
 * `hang` never answers a write.
 */
export type StorageFault = 'none' | 'write' | 'full' | 'read' | 'hang';

const KIB = 1024;
const LIMITS = {
  plain: { key: KIB * KIB, total: 10 * KIB * KIB },
  encrypted: { key: 0.7 * KIB * KIB, total: 7.1 * KIB * KIB },
} as const;

type Store = keyof typeof LIMITS;
type Keyed = { key: string; encrypt?: boolean };

const PREFIX: Readonly<Record<Store, string>> = { plain: 'wx:', encrypted: 'wx-encrypted:' };

const bytes = (text: string): number => new TextEncoder().encode(text).length;
const storeOf = (options: { encrypt?: boolean }): Store =>
  options.encrypt === true ? 'encrypted' : 'plain';

/** The phone's storage: kept in the browser, so that a reload is a killed and reopened app. */
export class PhoneStorage {
  fault: StorageFault = 'none';

  get(store: Store, key: string): unknown {
    const text = localStorage.getItem(PREFIX[store] + key);
    if (text === null) throw new CallError('data not found');
    return JSON.parse(text) as unknown;
  }

  set(store: Store, key: string, data: unknown): void {
    // `undefined` and functions have no text, whatever the typings say.
    const text = JSON.stringify(data) as string | undefined;
    if (text === undefined) throw new CallError('data is not serializable');
    if (bytes(text) > LIMITS[store].key) throw new CallError('entry size limit reached');
    const others = this.size(store) - bytes(localStorage.getItem(PREFIX[store] + key) ?? '');
    if (others + bytes(text) > LIMITS[store].total) throw new CallError('storage limit reached');
    try {
      localStorage.setItem(PREFIX[store] + key, text);
    } catch {
      // The browser's own quota is smaller than WeChat's.
      throw new CallError('storage limit reached');
    }
  }

  remove(store: Store, key: string): void {
    localStorage.removeItem(PREFIX[store] + key);
  }

  keys(store: Store): string[] {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(PREFIX[store]))
      .map((name) => name.slice(PREFIX[store].length));
  }

  size(store: Store): number {
    const sizes = this.keys(store).map((key) =>
      bytes(localStorage.getItem(PREFIX[store] + key) ?? ''),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  /** Before a write; a write that hangs never comes back. */
  async beforeWrite(): Promise<void> {
    if (this.fault === 'write') throw new CallError('write failed');
    if (this.fault === 'full') throw new CallError('storage limit reached');
    if (this.fault === 'hang') await new Promise(() => {});
  }
}

export function storageApi({ logic }: Environment, storage: PhoneStorage): Record<string, unknown> {
  return {
    getStorage: asyncCall(logic, 'getStorage', (options: Keyed) => {
      if (storage.fault === 'read') throw new CallError('read failed');
      return { data: storage.get(storeOf(options), options.key) };
    }),
    setStorage: asyncCall(logic, 'setStorage', async (options: Keyed & { data: unknown }) => {
      // The value at the moment of the call is what is stored.
      const data = structuredClone(options.data);
      await storage.beforeWrite();
      storage.set(storeOf(options), options.key, data);
      return {};
    }),
    removeStorage: asyncCall(logic, 'removeStorage', async (options: Keyed) => {
      await storage.beforeWrite();
      storage.remove(storeOf(options), options.key);
      return {};
    }),
    getStorageInfo: asyncCall(logic, 'getStorageInfo', () => ({
      keys: storage.keys('plain'),
      currentSize: Math.ceil(storage.size('plain') / KIB),
      limitSize: LIMITS.plain.total / KIB,
    })),
  };
}
