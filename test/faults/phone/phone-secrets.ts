import { StorageFailedError } from '../../../miniprogram/core/errors/storage-failed-error';
import { Secret } from '../../../miniprogram/core/secret';
import type { SecretStorage } from '../../../miniprogram/utils/secret-storage';
import type { World } from '../run/world';
import { type AppProcess, never } from './app-process';
import type { Phone } from './phone';

/** The phone's encrypted storage as one run of the app sees it. What is in `phone.vault` outlives the run. */
export function phoneSecrets(world: World, phone: Phone, process: AppProcess): SecretStorage {
  const { timeline, weather, random } = world;

  /** Takes a while, may never end, and reaches no dead process. */
  function call<T>(act: () => T): Promise<T> {
    if (!process.alive || weather.strikes('secretsHang', 0.02)) return never();
    return new Promise((resolve, reject) => {
      timeline.after(random.whole(1, 40), () => {
        const fails = phone.storageFull || weather.strikes('secretsFail', 0.05);
        // Some phones say "failed" although it is done.
        const done = !fails || random.chance(0.2) ? { result: act() } : null;
        process.deliver(() => {
          if (fails || done === null) reject(new StorageFailedError('encrypted'));
          else resolve(done.result);
        });
      });
    });
  }

  return {
    read: (key) =>
      call(() => {
        const text = phone.vault.get(key);
        // A start that takes it up goes on with that shift, whoever has signed in since.
        if (text !== undefined) phone.signedInAt = phone.keptSince;
        return text === undefined ? null : new Secret(text);
      }).catch(() => null),
    write: (key, value) => {
      const askedAt = phone.clock();
      return call(() => {
        phone.vault.set(key, value.reveal());
        phone.keptSince = askedAt;
      });
    },
    remove: (key) =>
      call(() => {
        phone.vault.delete(key);
      }),
  };
}
