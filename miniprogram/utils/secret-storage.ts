import { StorageFailedError } from '../core/errors/storage-failed-error';
import { Secret } from '../core/secret';
import { stored } from './storage';

/**
 * WeChat's encrypted storage. A capability of its own: it takes Secrets only, and the plain `Storage`
 * takes none, so that no secret can be written in clear by mistake.
 */
export interface SecretStorage {
  /**
   * null when there is nothing under the key, or nothing that can be read: WeChat does not tell the
   * two apart. Never throws.
   */
  read(key: string): Promise<Secret<string> | null>;
  /** @throws StorageFailedError */
  write(key: string, value: Secret<string>): Promise<void>;
  /** @throws StorageFailedError: the secret may still be there */
  remove(key: string): Promise<void>;
}

/** Encrypted storage over `wx.setStorage({ encrypt: true })`, base library 2.21.3 and later. */
export function createSecretStorage(): SecretStorage {
  const read = async (key: string): Promise<Secret<string> | null> => {
    const kept = await wx.getStorage<unknown>({ key, encrypt: true }).catch(() => null);
    const data = kept?.data;
    return typeof data === 'string' && data !== '' ? new Secret(data) : null;
  };

  const write = async (key: string, data: string): Promise<void> => {
    await stored(wx.setStorage({ key, data, encrypt: true }));
  };

  return {
    read,
    write: (key, value) => write(key, value.reveal()),

    // `removeStorage` knows no `encrypt`, and nobody documents what it does to an encrypted key: so
    // the secret is overwritten first, and looked for last.
    async remove(key) {
      const overwritten = await write(key, '').then(
        () => true,
        () => false,
      );
      await wx.removeStorage({ key }).catch(() => undefined);
      if (!overwritten && (await read(key)) !== null) throw new StorageFailedError('remove');
    },
  };
}
