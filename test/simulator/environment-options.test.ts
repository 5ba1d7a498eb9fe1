import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { optionsFrom } from '../../simulator/server/environment-options';

const ROOT = path.resolve(__dirname, '../..');
const TSX = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs');

test.each([
  [{}, {}],
  [{ PORT: '', HOST: '', POS_BASE_URL: '', APP_FOLDER: '' }, {}],
  [
    { PORT: '0', HOST: '0.0.0.0' },
    { port: 0, host: '0.0.0.0' },
  ],
  [
    { POS_BASE_URL: 'https://pos.example.com:8443/pos' },
    { posBaseUrl: 'https://pos.example.com:8443/pos' },
  ],
  [{ APP_FOLDER: path.join(ROOT, 'miniprogram') }, { root: path.join(ROOT, 'miniprogram') }],
])('%j', (env, options) => {
  expect(optionsFrom(env)).toEqual(options);
});

test.each([
  [{ PORT: '86oo' }, /^PORT must be .* not "86oo"\.$/],
  [{ PORT: '-1' }, /^PORT must be/],
  [{ PORT: '65536' }, /^PORT must be/],
  [{ PORT: '8600.5' }, /^PORT must be/],
  [{ POS_BASE_URL: 'pos.example.com' }, /^POS_BASE_URL must be .* not "pos\.example\.com"\.$/],
  [{ POS_BASE_URL: '127.0.0.1:8610' }, /^POS_BASE_URL must be/],
  [{ POS_BASE_URL: 'ftp://pos.example.com' }, /^POS_BASE_URL must be/],
  [{ POS_BASE_URL: 'localhost:8610/pos' }, /^POS_BASE_URL must be/],
  [{ POS_BASE_URL: 'https://pos.example.com/?a=1' }, /^POS_BASE_URL must be/],
  [{ APP_FOLDER: '/no/such/folder' }, /^APP_FOLDER must be .*wechat:check/],
  [{ APP_FOLDER: ROOT }, /^APP_FOLDER must be/],
])('%j is told in one sentence', (env, sentence) => {
  expect(() => optionsFrom(env)).toThrow(sentence);
});

test('a Node that is too old is told', () => {
  expect(() => optionsFrom({}, '18.19.1')).toThrow(
    'Node 20 or newer is needed; this is Node 18.19.1.',
  );
});

describe('as a program: one sentence, exit 1', () => {
  const start = (
    main: string,
    env: Record<string, string>,
  ): { status: number | null; said: string } => {
    const { status, stderr } = spawnSync(process.execPath, [TSX, path.join(ROOT, main)], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
      timeout: 60_000,
    });
    return { status, said: stderr };
  };

  test.each(['simulator/main.ts', 'sandbox/main.ts'])('%s: a taken port', async (main) => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const { status, said } = start(main, { PORT: String(port) });
    other.close();
    expect(said).toBe(`Port ${port} is taken: end what uses it, or choose another with PORT=….\n`);
    expect(status).toBe(1);
  });

  test('simulator/main.ts: a wrong server', () => {
    const { status, said } = start('simulator/main.ts', {
      PORT: '0',
      POS_BASE_URL: 'pos.example.com',
    });
    expect(said.split('\n')).toEqual([expect.stringMatching(/^POS_BASE_URL must be/), '']);
    expect(status).toBe(1);
  });
});
