import { redactMessage } from '../../core/redact';
import type { Storage } from '../../utils/storage';
import type { Log } from './log';

/** Storage whose failures are written down; its successes are not: there are many, and they say nothing. */
export function loggedStorage(storage: Storage, log: Log): Storage {
  /** The caller gets its own promise back: watching must not delay a durable write. */
  function watched<T>(call: string, key: string, result: Promise<T>): Promise<T> {
    result.catch((error: unknown) => {
      log.write('error', 'storage.failed', {
        call,
        item: itemName(key),
        message: redactMessage(error instanceof Error ? error.message : 'unexpected'),
      });
    });
    return result;
  }
  return {
    keys: () => watched('keys', '', storage.keys()),
    read: (key) => watched('read', key, storage.read(key)),
    write: (key, value) => watched('write', key, storage.write(key, value)),
    remove: (key) => watched('remove', key, storage.remove(key)),
  };
}

/** "attempt:0a1b…:1" → "attempt" */
function itemName(key: string): string {
  return key.split(':')[0] ?? '';
}
