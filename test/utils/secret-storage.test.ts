import { Secret } from '../../miniprogram/core/secret';
import { createSecretStorage } from '../../miniprogram/utils/secret-storage';
import { type Callbacks, installWx, promising } from '../support/world/fake-wx';

interface KeyedCall extends Callbacks {
  readonly key: string;
  readonly data?: unknown;
  readonly encrypt?: boolean;
}

/** Encrypted and plain entries, apart: WeChat gives an entry only to who asks for its own kind. */
let encrypted: Map<string, unknown>;
let plain: Map<string, unknown>;
let broken: Set<string>;
/** Whether `removeStorage`, which knows no `encrypt`, reaches encrypted entries. */
let removesEncrypted: boolean;

beforeEach(() => {
  encrypted = new Map();
  plain = new Map();
  broken = new Set();
  removesEncrypted = true;
  const storeOf = ({ encrypt }: KeyedCall): Map<string, unknown> =>
    encrypt === true ? encrypted : plain;
  const call = (name: string, act: (call: KeyedCall) => unknown): unknown =>
    promising((given: KeyedCall) => {
      const result = broken.has(name) ? undefined : act(given);
      if (result === undefined) given.fail?.({ errMsg: `${name}:fail` });
      else given.success?.(result);
    });
  installWx({
    getStorage: call('getStorage', (given) =>
      storeOf(given).has(given.key) ? { data: storeOf(given).get(given.key) } : undefined,
    ),
    setStorage: call('setStorage', (given) => storeOf(given).set(given.key, given.data)),
    removeStorage: call('removeStorage', ({ key }) => {
      plain.delete(key);
      if (removesEncrypted) encrypted.delete(key);
      return {};
    }),
  });
});

const VALUE = new Secret('a secret');

test('what was written is read and removed, and nothing of it stands in plain storage', async () => {
  const secrets = createSecretStorage();
  await secrets.write('k', VALUE);
  expect(plain.size).toBe(0);
  expect((await secrets.read('k'))?.reveal()).toBe('a secret');
  await secrets.remove('k');
  expect(await secrets.read('k')).toBeNull();
  expect(encrypted.size).toBe(0);
});

test.each([undefined, '', 5, { a: 1 }, null])('%j under a key is nothing', async (value) => {
  if (value !== undefined) encrypted.set('k', value);
  expect(await createSecretStorage().read('k')).toBeNull();
});

test('a plain entry under the key is nothing', async () => {
  plain.set('k', 'planted');
  expect(await createSecretStorage().read('k')).toBeNull();
});

test('a reading that fails is nothing', async () => {
  const secrets = createSecretStorage();
  await secrets.write('k', VALUE);
  broken.add('getStorage');
  expect(await secrets.read('k')).toBeNull();
});

test('a writing that fails is told, without the secret', async () => {
  broken.add('setStorage');
  const error: unknown = await createSecretStorage()
    .write('k', VALUE)
    .catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'storageFailed' });
  expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('a secret');
});

describe('the secret is gone after remove', () => {
  test.each([
    ['removeStorage does not reach it', [], false],
    ['removeStorage fails', ['removeStorage'], true],
    ['it cannot be overwritten', ['setStorage'], true],
  ])('although %s', async (_name, faults, reaches) => {
    const secrets = createSecretStorage();
    await secrets.write('k', VALUE);
    removesEncrypted = reaches;
    for (const fault of faults) broken.add(fault);
    await secrets.remove('k');
    broken.clear();
    expect(await secrets.read('k')).toBeNull();
    expect(JSON.stringify(Array.from(encrypted))).not.toContain('a secret');
  });

  test('or it is told that it is not', async () => {
    const secrets = createSecretStorage();
    await secrets.write('k', VALUE);
    broken.add('setStorage').add('removeStorage');
    await expect(secrets.remove('k')).rejects.toMatchObject({ code: 'storageFailed' });
  });
});
