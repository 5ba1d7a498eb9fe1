import { createStorage } from '../../miniprogram/utils/storage';
import { type Callbacks, installWx, promising } from '../support/world/fake-wx';

interface KeyedCall extends Callbacks {
  readonly key: string;
  readonly data?: unknown;
}

let stored: Map<string, unknown>;
let broken: string | null;

/** WeChat's storage: a missing key comes as fail, like a broken one. */
beforeEach(() => {
  stored = new Map();
  broken = null;
  const call = (name: string, act: (call: KeyedCall) => unknown): unknown =>
    promising((given: KeyedCall) => {
      const result = broken === name ? undefined : act(given);
      if (result === undefined) given.fail?.({ errMsg: `${name}:fail` });
      else given.success?.(result);
    });
  installWx({
    getStorageInfo: call('getStorageInfo', () => ({ keys: Array.from(stored.keys()) })),
    getStorage: call('getStorage', ({ key }) =>
      stored.has(key) ? { data: stored.get(key) } : undefined,
    ),
    setStorage: call('setStorage', ({ key, data }) => stored.set(key, data)),
    removeStorage: call('removeStorage', ({ key }) => ({ removed: stored.delete(key) })),
  });
});

test('what was written is read, listed and removed', async () => {
  const storage = createStorage();
  await storage.write('attempt:1:0', '{"a":1}');
  expect(await storage.read('attempt:1:0')).toBe('{"a":1}');
  expect(await storage.keys()).toEqual(['attempt:1:0']);
  await storage.remove('attempt:1:0');
  expect(await storage.keys()).toEqual([]);
});

test('nothing under a key is null, not an error', async () => {
  expect(await createStorage().read('nothing')).toBeNull();
});

test('reading lists the keys only where it failed', async () => {
  const storage = createStorage();
  await storage.write('k', 'v');
  broken = 'getStorageInfo';
  expect(await storage.read('k')).toBe('v');
});

test('a key that is there but cannot be read is an error, not null', async () => {
  const storage = createStorage();
  await storage.write('k', 'v');
  broken = 'getStorage';
  await expect(storage.read('k')).rejects.toMatchObject({ code: 'storageFailed' });
});

test.each([
  ['getStorageInfo', (): Promise<unknown> => createStorage().keys()],
  ['getStorageInfo', (): Promise<unknown> => createStorage().read('k')],
  ['setStorage', (): Promise<unknown> => createStorage().write('k', 'v')],
  ['removeStorage', (): Promise<unknown> => createStorage().remove('k')],
])('%s failing is told', async (name, act) => {
  broken = name;
  await expect(act()).rejects.toMatchObject({ code: 'storageFailed', why: `${name}:fail` });
});

test('a write is not done before WeChat says so', async () => {
  let succeed: (() => void) | undefined;
  installWx({
    setStorage: promising(({ success }) => {
      succeed = () => success?.({});
    }),
  });
  let done = false;
  const writing = createStorage()
    .write('k', 'v')
    .then(() => (done = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(done).toBe(false);
  succeed?.();
  await writing;
  expect(done).toBe(true);
});
