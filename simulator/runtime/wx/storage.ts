import { asyncCall, CallError } from './call';
import { decrypt, encrypt } from './encryption';
import type { Environment } from '../environment';

/**
 * What may go wrong with a phone's storage: `write` fails, `full` reports the quota, `read` fails,
 * `hang` never answers a write.
 */
export type StorageFault = 'none' | 'write' | 'full' | 'read' | 'hang';

/** What may go wrong with encrypted storage alone: a write fails or never ends, reading finds nothing. */
export type EncryptionFault = 'none' | 'write' | 'hang' | 'read';

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

/** `undefined` and functions have no text, whatever the typings say. */
function textOf(data: unknown): string {
  const text = JSON.stringify(data) as string | undefined;
  if (text === undefined) throw new CallError('data is not serializable');
  return text;
}

/** The phone's storage: kept in the browser, so that a reload is a killed and reopened app. */
export class PhoneStorage {
  fault: StorageFault = 'none';
  encryptionFault: EncryptionFault = 'none';

  async read(store: Store, key: string): Promise<unknown> {
    if (this.fault === 'read') throw new CallError('read failed');
    if (store === 'plain') return this.get(store, key);
    if (this.encryptionFault === 'read') throw new CallError('decrypt failed');
    const cipherText = this.get(store, key);
    try {
      return JSON.parse(await decrypt(String(cipherText))) as unknown;
    } catch {
      throw new CallError('decrypt failed');
    }
  }

  async write(store: Store, key: string, data: unknown): Promise<void> {
    await this.beforeWrite(store);
    if (store === 'plain') {
      this.set(store, key, data);
      return;
    }
    const text = textOf(data);
    let cipherText: string;
    try {
      cipherText = await encrypt(text);
    } catch {
      // No WebCrypto: the page was opened over http from another computer.
      throw new CallError('encrypt failed');
    }
    this.set(store, key, cipherText);
  }

  get(store: Store, key: string): unknown {
    const text = localStorage.getItem(PREFIX[store] + key);
    if (text === null) throw new CallError('data not found');
    return JSON.parse(text) as unknown;
  }

  set(store: Store, key: string, data: unknown): void {
    const text = textOf(data);
    if (bytes(text) > LIMITS[store].key) throw new CallError('entry size limit reached');
    const others = this.size(store) - bytes(localStorage.getItem(PREFIX[store] + key) ?? '');
    if (others + bytes(text) > LIMITS[store].total) throw new CallError('storage limit reached');
    try {
      localStorage.setItem(PREFIX[store] + key, text);
    } catch {
      // The browser's own quota is smaller than WeChat's.
      throw new CallError('storage limit reached');
    }
    // One value a key, whichever way it was written.
    localStorage.removeItem(PREFIX[store === 'plain' ? 'encrypted' : 'plain'] + key);
  }

  remove(key: string): void {
    for (const prefix of Object.values(PREFIX)) localStorage.removeItem(prefix + key);
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
  async beforeWrite(store: Store = 'plain'): Promise<void> {
    if (store === 'encrypted' && this.encryptionFault === 'write') {
      throw new CallError('encrypt failed');
    }
    if (store === 'encrypted' && this.encryptionFault === 'hang') await new Promise(() => {});
    if (this.fault === 'write') throw new CallError('write failed');
    if (this.fault === 'full') throw new CallError('storage limit reached');
    if (this.fault === 'hang') await new Promise(() => {});
  }
}

export function storageApi({ logic }: Environment, storage: PhoneStorage): Record<string, unknown> {
  return {
    getStorage: asyncCall(logic, 'getStorage', async (options: Keyed) => ({
      data: await storage.read(storeOf(options), options.key),
    })),
    setStorage: asyncCall(logic, 'setStorage', async (options: Keyed & { data: unknown }) => {
      // The value at the moment of the call is what is stored.
      await storage.write(storeOf(options), options.key, structuredClone(options.data));
      return {};
    }),
    // Knows no `encrypt`: the key is gone, whichever way it was written.
    removeStorage: asyncCall(logic, 'removeStorage', async ({ key }: Keyed) => {
      await storage.beforeWrite();
      storage.remove(key);
      return {};
    }),
    getStorageInfo: asyncCall(logic, 'getStorageInfo', () => ({
      keys: [...storage.keys('plain'), ...storage.keys('encrypted')],
      currentSize: Math.ceil(storage.size('plain') / KIB),
      limitSize: LIMITS.plain.total / KIB,
    })),
  };
}
