import { createRandom } from '../../miniprogram/utils/random';
import { installWx } from '../support/world/fake-wx';

test.each([
  [[0, 1, 15, 16, 255], '00010f10ff'],
  [[], ''],
])('bytes %j are %j', async (bytes, hex) => {
  installWx({
    getRandomValues: async ({ length }: { length: number }) => {
      expect(length).toBe(bytes.length);
      return { randomValues: Uint8Array.from(bytes).buffer };
    },
  });
  expect(await createRandom().hex(bytes.length)).toBe(hex);
});

test('a generator that fails is not papered over', async () => {
  installWx({ getRandomValues: () => Promise.reject(new Error('none')) });
  await expect(createRandom().hex(8)).rejects.toThrow('none');
});

test('fractions are at least 0 and below 1', () => {
  const random = createRandom();
  for (let time = 0; time < 100; time += 1) {
    const fraction = random.fraction();
    expect(fraction >= 0 && fraction < 1).toBe(true);
  }
});
