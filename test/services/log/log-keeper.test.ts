import {
  createLogKeeper,
  LOG_SLOTS,
  type LogKeeper,
  SLOT_LENGTH,
} from '../../../miniprogram/services/log/log-keeper';
import { createLog, type Log } from '../../../miniprogram/services/log/log';
import { createVisibility, type Visibility } from '../../../miniprogram/services/visibility';
import { FakeStorage } from '../../support/world/fake-storage';
import { settle, VirtualClock } from '../../support/world/virtual-clock';

interface Kept {
  readonly log: Log;
  readonly keeper: LogKeeper;
  readonly visibility: Visibility;
  busy: boolean;
}

let clock: VirtualClock;
let storage: FakeStorage;

beforeEach(() => {
  clock = new VirtualClock();
  storage = new FakeStorage();
});

/** One run of the app. */
function run(): Kept {
  const log = createLog({ clock, secrets: () => [] });
  const visibility = createVisibility();
  const keeper = createLogKeeper({ log, storage, clock, visibility, busy: () => kept.busy });
  const kept: Kept = { log, visibility, busy: false, keeper };
  kept.keeper.start();
  return kept;
}

const say = ({ log }: Kept, path: string): void => log.write('info', 'page.notFound', { path });
const paths = async ({ keeper }: Kept): Promise<unknown[]> =>
  (await keeper.all()).map(({ fields }) => fields['path']);
const writes = (): number => storage.log.filter((line) => line.startsWith('write log:')).length;

test('entries are written together, some seconds later, and read by the next run', async () => {
  const first = run();
  say(first, 'a');
  say(first, 'b');
  await settle();
  expect(writes()).toBe(0);
  await clock.pass(5_000);
  expect(writes()).toBe(1);
  say(first, 'c');
  await clock.pass(5_000);
  expect(await paths(first)).toEqual(['a', 'b', 'c']);
  const second = run();
  say(second, 'd');
  expect(await paths(second)).toEqual(['a', 'b', 'c', 'd']);
  await clock.pass(5_000);
  expect(await paths(run())).toEqual(['a', 'b', 'c', 'd']);
});

test('hiding the app writes at once; a payment on its way to its call comes first', async () => {
  const kept = run();
  kept.busy = true;
  say(kept, 'a');
  kept.visibility.set(false);
  await settle();
  expect(writes()).toBe(0);
  kept.busy = false;
  kept.visibility.set(true);
  kept.visibility.set(false);
  await settle();
  expect(writes()).toBe(1);
});

test('a payment that takes long only puts the writing off', async () => {
  const kept = run();
  kept.busy = true;
  say(kept, 'a');
  await clock.pass(20_000);
  expect(writes()).toBe(0);
  kept.busy = false;
  await clock.pass(5_000);
  expect(await paths(run())).toEqual(['a']);
});

test('what is stored is bounded, and the newest entries are there', async () => {
  const kept = run();
  for (let round = 0; round < 60; round += 1) {
    for (let count = 0; count < 50; count += 1)
      say(kept, `${String(round)}.${String(count)} ${'字'.repeat(90)}`);
    await clock.pass(5_000);
  }
  const stored = Array.from(storage.stored.values(), String);
  expect(stored).toHaveLength(LOG_SLOTS);
  for (const text of stored) expect(text.length).toBeLessThan(SLOT_LENGTH + 1_000);
  const read = await paths(run());
  expect(read.length).toBeGreaterThan(150);
  // Without a gap, up to the last.
  const counts = read.map((path) => {
    const [round = 0, count = 0] = String(path).split(' ')[0]?.split('.').map(Number) ?? [];
    return round * 50 + count;
  });
  expect(counts.at(-1)).toBe(2_999);
  counts.forEach((count, index) => expect(count).toBe((counts[0] ?? 0) + index));
});

test('the log gives up its room when the storage refuses a write', async () => {
  const first = run();
  say(first, 'a');
  await clock.pass(5_000);
  expect(storage.stored.size).toBe(1);
  first.log.write('error', 'storage.failed', { call: 'write', item: 'attempt', message: 'full' });
  await settle();
  expect(storage.stored.size).toBe(0);
  say(first, 'b');
  await clock.pass(60_000);
  expect(storage.stored.size).toBe(0);
  // In memory it goes on.
  expect((await first.keeper.all()).length).toBe(3);
});

test('a storage that fails or holds rubbish is worth no error', async () => {
  storage.stored.set('log:0', '{"format":1,"sequence":1,"entries":[{"at":');
  storage.stored.set('log:1', JSON.stringify({ format: 2, sequence: 9, entries: [] }));
  storage.stored.set('log:2', 7);
  const kept = run();
  say(kept, 'a');
  storage.broken.add('write').add('remove');
  await clock.pass(5_000);
  expect(await paths(kept)).toEqual(['a']);
  storage.broken.add('read');
  expect(await paths(run())).toEqual([]);
});
