import { DEVELOP_SERVER_KEY, servers } from '../../miniprogram/config/servers';
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

test.each(['trial', 'release'] as const)('%s never looks into storage', async (version) => {
  expect((await chooseServer(version, stored(OTHER))).baseUrl).toBe(servers[version]);
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
