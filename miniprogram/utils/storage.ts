import { StorageFailedError } from '../core/errors/storage-failed-error';
import { errMsgOf } from './wx-failure';

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
  const keys = async (): Promise<readonly string[]> => (await stored(wx.getStorageInfo())).keys;
  return {
    keys,
    read: async (key) => {
      try {
        return (await stored(wx.getStorage<unknown>({ key }))).data;
      } catch (error) {
        // A missing key and a failing storage both come as `fail`; only the second is an error.
        if ((await keys()).includes(key)) throw error;
        return null;
      }
    },
    write: async (key, data) => {
      await stored(wx.setStorage({ key, data }));
    },
    remove: async (key) => {
      await stored(wx.removeStorage({ key }));
    },
  };
}

/** What a storage call of WeChat's gives. @throws StorageFailedError */
export async function stored<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw new StorageFailedError(errMsgOf(error));
  }
}
