import { createNonces } from '../../miniprogram/utils/nonce';

function generator(...draws: (string | Error)[]): { hex: jest.Mock; fraction: () => number } {
  const hex = jest.fn(async () => {
    const draw = draws.shift() ?? 'ff';
    if (draw instanceof Error) throw draw;
    return draw;
  });
  return { hex, fraction: () => 0 };
}

test('a thousand nonces, asked for at once, all differ; the prefix is drawn once', async () => {
  const random = generator('0123456789abcdef');
  const next = createNonces(random);
  const nonces = await Promise.all(Array.from({ length: 1000 }, () => next()));
  expect(new Set(nonces).size).toBe(1000);
  expect(random.hex).toHaveBeenCalledTimes(1);
  for (const nonce of nonces) expect(nonce).toMatch(/^0123456789abcdef[0-9a-z]+$/);
});

test('two runs of the app share no nonce', async () => {
  const [first, second] = [createNonces(generator('aa')), createNonces(generator('bb'))];
  expect(await first()).not.toBe(await second());
});

test('a failing generator fails the calls that waited, and the next call draws again', async () => {
  const random = generator(new Error('not ready'), 'aa');
  const next = createNonces(random);
  const ends = await Promise.allSettled([next(), next()]);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const [a, b] = [await next(), await next()];
  expect(a).toMatch(/^aa/);
  expect(a).not.toBe(b);
  expect(random.hex).toHaveBeenCalledTimes(2);
});
