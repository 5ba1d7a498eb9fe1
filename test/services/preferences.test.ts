import { createPreferences } from '../../miniprogram/services/preferences';
import { FakeStorage } from '../support/world/fake-storage';

test('everything is on until somebody switches it off', async () => {
  const preferences = createPreferences(new FakeStorage());
  expect(preferences.get()).toEqual({ sound: true, vibration: true });
  await preferences.load();
  expect(preferences.get()).toEqual({ sound: true, vibration: true });
});

test('a switch holds at once, is told, and is there after a restart', async () => {
  const storage = new FakeStorage();
  const preferences = createPreferences(storage);
  const heard = jest.fn();
  preferences.subscribe(heard);
  const written = preferences.set('sound', false);
  expect(preferences.get()).toEqual({ sound: false, vibration: true });
  expect(heard).toHaveBeenCalledTimes(1);
  await written;
  const next = createPreferences(storage);
  await next.load();
  expect(next.get()).toEqual({ sound: false, vibration: true });
});

test.each<[unknown, boolean, boolean]>([
  ['{"sound":false,"vibration":false}', false, false],
  ['{"sound":"no","vibration":false}', true, false],
  ['{"vibration":false,"more":1}', true, false],
  ['{"sound":fal', true, true],
  ['null', true, true],
  ['[]', true, true],
  [{ sound: false }, true, true],
  [null, true, true],
])('stored as %j: sound %s, vibration %s', async (stored, sound, vibration) => {
  const storage = new FakeStorage();
  storage.stored.set('preferences', stored);
  const preferences = createPreferences(storage);
  await preferences.load();
  expect(preferences.get()).toEqual({ sound, vibration });
});

test('a storage that cannot be read leaves everything on', async () => {
  const storage = new FakeStorage();
  storage.broken.add('read');
  const preferences = createPreferences(storage);
  await preferences.load();
  expect(preferences.get()).toEqual({ sound: true, vibration: true });
});

test('a choice that cannot be kept is told, and holds until the app ends', async () => {
  const storage = new FakeStorage();
  storage.broken.add('write');
  const preferences = createPreferences(storage);
  await expect(preferences.set('vibration', false)).rejects.toThrow();
  expect(preferences.get().vibration).toBe(false);
  storage.broken.clear();
  await preferences.set('sound', false);
  expect(storage.stored.get('preferences')).toBe('{"sound":false,"vibration":false}');
});

test('what is chosen while the stored choice is being read stays, and so does the other switch', async () => {
  const storage = new FakeStorage();
  storage.stored.set('preferences', '{"sound":true,"vibration":false}');
  const preferences = createPreferences(storage);
  const loading = preferences.load();
  const written = preferences.set('sound', false);
  await Promise.all([loading, written]);
  expect(preferences.get()).toEqual({ sound: false, vibration: false });
  expect(storage.stored.get('preferences')).toBe('{"sound":false,"vibration":false}');
});

test('of two quick choices the newest is kept, in whatever order the storage ends', async () => {
  const storage = new FakeStorage();
  storage.holdWrites();
  const preferences = createPreferences(storage);
  const both = [preferences.set('sound', false), preferences.set('sound', true)];
  await Promise.resolve();
  storage.releaseWrites();
  await Promise.all(both);
  expect(storage.stored.get('preferences')).toBe('{"sound":true,"vibration":true}');
});
