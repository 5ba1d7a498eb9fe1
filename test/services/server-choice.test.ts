import { CHOSEN_SERVER_KEY, DEVELOP_SERVER_KEY, servers } from '../../miniprogram/config/servers';
import { parseServerAddress } from '../../miniprogram/core/server-address';
import { chooseServer } from '../../miniprogram/services/server-choice';
import { FakeStorage } from '../support/world/fake-storage';

const OTHER = 'http://127.0.0.1:9999';

function stored(value: unknown): FakeStorage {
  const storage = new FakeStorage();
  storage.stored.set(DEVELOP_SERVER_KEY, value);
  return storage;
}

test('develop takes the address in storage', async () => {
  expect((await chooseServer('develop', stored(OTHER))).baseUrl).toBe(OTHER);
});

test("a person's choice goes before the simulator's", async () => {
  const storage = stored(OTHER);
  storage.stored.set(CHOSEN_SERVER_KEY, 'https://pos.example.org');
  expect((await chooseServer('develop', storage)).baseUrl).toBe('https://pos.example.org');
  storage.stored.set(CHOSEN_SERVER_KEY, 'nonsense');
  expect((await chooseServer('develop', storage)).baseUrl).toBe(OTHER);
});

test.each(['trial', 'release'] as const)('%s never looks into storage', async (version) => {
  const storage = stored(OTHER);
  storage.stored.set(CHOSEN_SERVER_KEY, OTHER);
  expect((await chooseServer(version, storage)).baseUrl).toBe(servers[version]);
});

test.each([undefined, null, 5, '', 'not a url', { url: OTHER }])(
  'develop ignores %j in storage',
  async (value) => {
    expect((await chooseServer('develop', stored(value))).baseUrl).toBe(servers.develop);
  },
);

test('develop starts although the storage fails', async () => {
  const storage = stored(OTHER);
  storage.broken.add('read');
  expect((await chooseServer('develop', storage)).baseUrl).toBe(servers.develop);
});

test('every version has an address; trial and release speak https', () => {
  for (const url of Object.values(servers)) expect(parseServerAddress(url)?.baseUrl).toBe(url);
  expect(parseServerAddress(servers.trial)?.secure).toBe(true);
  expect(parseServerAddress(servers.release)?.secure).toBe(true);
});

describe('plain http', () => {
  const all = (url: string): Record<'develop' | 'trial' | 'release', string> => ({
    develop: url,
    trial: url,
    release: url,
  });

  test.each(['trial', 'release'] as const)('%s refuses it, local or not', async (version) => {
    for (const url of ['http://pos.example.com', 'http://127.0.0.1:8610', 'http://192.168.1.9']) {
      await expect(chooseServer(version, new FakeStorage(), all(url))).rejects.toMatchObject({
        code: 'insecureServer',
        baseUrl: url,
      });
    }
  });

  test.each([
    'http://localhost:8610',
    'http://127.0.0.1:8610',
    'http://127.9.9.9',
    'http://10.0.0.2',
    'http://172.16.0.1',
    'http://172.31.255.1',
    'http://192.168.31.7:8080/erp',
    'http://[::1]:8610',
  ])('develop may use %s', async (url) => {
    expect((await chooseServer('develop', stored(url))).baseUrl).toBe(url);
  });

  test.each([
    'http://pos.example.com',
    'http://8.8.8.8',
    'http://172.15.0.1',
    'http://172.32.0.1',
    'http://192.169.0.1',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://10.example.com',
  ])('develop refuses %s, and takes no other server in its place', async (url) => {
    await expect(chooseServer('develop', stored(url))).rejects.toMatchObject({
      code: 'insecureServer',
    });
  });
});
