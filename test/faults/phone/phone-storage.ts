import { StorageFailedError } from '../../../miniprogram/core/errors/storage-failed-error';
import type { Storage } from '../../../miniprogram/utils/storage';
import type { World } from '../run/world';
import { type AppProcess, never, type OpenWrite } from './app-process';
import type { Phone } from './phone';

const FIRST_RECORD = /^\{"format":\d+,"sequence":1,/;

/** The phone's storage as one run of the app sees it. What is on `phone.disk` outlives the run. */
export function phoneStorage(world: World, phone: Phone, process: AppProcess): Storage {
  const { timeline, weather, random } = world;
  const failed = (what: string): StorageFailedError => new StorageFailedError(what);

  async function reading<T>(result: () => T): Promise<T> {
    if (!process.alive) return never();
    if (timeline.now < phone.unreadableUntil || weather.strikes('readFails', 0.01))
      throw failed('getStorage:fail');
    return result();
  }

  function write(key: string, value: string): Promise<void> {
    if (!process.alive) return never();
    world.judge.onWrite(phone, key, value);
    const first = FIRST_RECORD.test(value);
    if (first && weather.strikes('killedBeforeJournal', 0.02)) {
      phone.kill();
      return never();
    }
    return new Promise((resolve, reject) => {
      const open: OpenWrite = { key, value };
      process.writes.add(open);
      const done = (): void => {
        // Gone when the process died meanwhile: `kill` has dealt with it.
        if (process.writes.delete(open)) finish(open, resolve, reject);
      };
      timeline.after(latency(), done);
      if (!first && weather.strikes('killedBeforeAnswerJournalled', 0.02)) {
        timeline.after(0, () => process.alive && phone.kill());
      }
    });
  }

  function finish(open: OpenWrite, resolve: () => void, reject: (error: Error) => void): void {
    if (phone.storageFull || weather.strikes('writeFails', 0.01)) {
      // Some phones say "failed" although the data is there.
      if (!phone.storageFull && random.chance(0.2)) phone.disk.set(open.key, open.value);
      process.deliver(() => reject(failed('setStorage:fail')));
      return;
    }
    phone.disk.set(open.key, open.value);
    world.judge.onDurable(phone, open.key, open.value);
    process.deliver(resolve);
  }

  function latency(): number {
    if (weather.strikes('writeSlow', 0.01)) return random.pick([400, 3_000, 15_000]);
    return random.whole(1, 8);
  }

  return {
    keys: () => reading(() => [...phone.disk.keys()]),
    read: (key) => reading(() => phone.disk.get(key) ?? null),
    write,
    remove(key) {
      if (!process.alive) return never();
      if (phone.storageFull && random.chance(0.3)) return Promise.reject(failed('removeStorage'));
      phone.disk.delete(key);
      return Promise.resolve();
    },
  };
}
