import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { buildSync } from 'esbuild';
import known from '../data/crypto-vectors.json';

const ROOT = join(__dirname, '..', '..');

/** The app's crypto and signing as one script, the way a bundler would hand it to a phone. */
function bundle(): string {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `export * from './miniprogram/utils/crypto';
        export { hawkHeader } from './miniprogram/utils/hawk';`,
      resolveDir: ROOT,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bundle',
    target: 'es2018',
    // The file that the npm build packs for the phone.
    alias: { 'crypto-js': join(ROOT, 'miniprogram/miniprogram_npm/crypto-js/index.js') },
    external: ['crypto'], // crypto-js asks for Node's where it finds a require: there is none
  });
  return outputFiles[0]?.text ?? '';
}

interface Loaded {
  sessionKey(password: string): string;
  encryptPaymentCode(code: string, key: string, profile: string): string;
  hawkHeader(credentials: unknown, request: unknown, stamp: unknown): string;
}

test('in a world without crypto, window, process and TextEncoder it loads and encrypts', () => {
  const world = createContext({});
  const absent = ['crypto', 'window', 'self', 'process', 'require', 'TextEncoder', 'Buffer'];
  for (const name of [...absent, 'atob', 'setTimeout', 'global']) {
    expect(runInContext(`typeof ${name}`, world)).toBe('undefined');
  }
  runInContext(bundle(), world);
  const loaded = runInContext('bundle', world) as Loaded;
  for (const { profile, password, key, code, cipherBase64 } of known.vectors) {
    expect(loaded.sessionKey(password)).toBe(key);
    expect(loaded.encryptPaymentCode(code, key, profile)).toBe(cipherBase64);
  }
  const request = { method: 'GET', resource: '/a', host: 'h', port: 80, payload: null };
  const header = loaded.hawkHeader({ id: 'u', key: 'k' }, request, { ts: 1, nonce: 'n' });
  expect(header).toMatch(/^Hawk id="u", ts="1", nonce="n", mac="[A-Za-z0-9+/]{43}="$/);
});
