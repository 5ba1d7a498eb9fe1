import { StorageFailedError } from '../core/errors/storage-failed-error';

/** The phone's storage of this mini program: text by key. A write is durable once its promise resolves. */
export interface Storage {
  /** @throws StorageFailedError */
  keys(): Promise<readonly string[]>;
  /** null when there is nothing under the key. @throws StorageFailedError */
  read(key: string): Promise<unknown>;
  /** @throws StorageFailedError (full, refused): the caller must not go on as if it were written */
  write(key: string, value: string): Promise<void>;
  /** @throws StorageFailedError */
  remove(key: string): Promise<void>;
}

/** Storage over WeChat's asynchronous storage calls. */
export function createStorage(): Storage {
  const keys = (): Promise<readonly string[]> =>
    new Promise((resolve, reject) => {
      wx.getStorageInfo({
        success: (info) => {
          resolve(info.keys);
        },
        fail: (error) => {
          reject(new StorageFailedError(error.errMsg));
        },
      });
    });
  return {
    keys,
    read: (key) =>
      new Promise<unknown>((resolve, reject) => {
        wx.getStorage({
          key,
          success: (result) => {
            resolve(result.data);
          },
          // A missing key and a failing storage both come as `fail`; only the second is an error.
          fail: (error) => {
            keys().then((all) => {
              if (all.includes(key)) reject(new StorageFailedError(error.errMsg));
              else resolve(null);
            }, reject);
          },
        });
      }),
    write: (key, value) =>
      new Promise((resolve, reject) => {
        wx.setStorage({
          key,
          data: value,
          success: () => {
            resolve();
          },
          fail: (error) => {
            reject(new StorageFailedError(error.errMsg));
          },
        });
      }),
    remove: (key) =>
      new Promise((resolve, reject) => {
        wx.removeStorage({
          key,
          success: () => {
            resolve();
          },
          fail: (error) => {
            reject(new StorageFailedError(error.errMsg));
          },
        });
      }),
  };
}
