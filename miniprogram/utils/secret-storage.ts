import { StorageFailedError } from '../core/errors/storage-failed-error';
import { Secret } from '../core/secret';

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
  const read = (key: string): Promise<Secret<string> | null> =>
    new Promise((resolve) => {
      void wx.getStorage<unknown>({
        key,
        encrypt: true,
        success: ({ data }) => {
          resolve(typeof data === 'string' && data !== '' ? new Secret(data) : null);
        },
        fail: () => {
          resolve(null);
        },
      });
    });

  const write = (key: string, data: string): Promise<void> =>
    new Promise((resolve, reject) => {
      wx.setStorage({
        key,
        data,
        encrypt: true,
        success: () => {
          resolve();
        },
        fail: ({ errMsg }) => {
          reject(new StorageFailedError(errMsg));
        },
      });
    });

  const removeKey = (key: string): Promise<void> =>
    new Promise((resolve) => {
      wx.removeStorage({
        key,
        complete: () => {
          resolve();
        },
      });
    });

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
      await removeKey(key);
      if (!overwritten && (await read(key)) !== null) throw new StorageFailedError('remove');
    },
  };
}
