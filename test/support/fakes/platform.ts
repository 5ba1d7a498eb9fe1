import type { Platform } from '../../../miniprogram/utils/platform';
import type { Storage } from '../../../miniprogram/utils/storage';
import { FakeSecretStorage } from '../world/fake-secret-storage';
import { handedOver } from './hand-over';

/** A platform whose other parts work and say nothing: online, silent, never updated. */
export function fakePlatform(
  own: Pick<Platform, 'clock' | 'random' | 'http' | 'storage' | 'scanner'> & Partial<Platform>,
): Platform {
  const { files, clipboard } = handedOver();
  return {
    secrets: new FakeSecretStorage(),
    feedback: { vibrate: () => undefined, keepScreenOn: () => undefined },
    sound: { play: () => undefined },
    network: {
      online: () => Promise.resolve(true),
      onReturn: () => undefined,
      onWeak: () => undefined,
    },
    appUpdate: { onReady: () => undefined, restart: () => undefined },
    restart: () => Promise.resolve(false),
    files,
    clipboard,
    ...own,
  };
}

/** Storage that never fails. */
export function mapStorage(stored: Map<string, string>): Storage {
  return {
    keys: async () => Array.from(stored.keys()),
    read: async (key) => stored.get(key) ?? null,
    write: async (key, value) => void stored.set(key, value),
    remove: async (key) => void stored.delete(key),
  };
}
