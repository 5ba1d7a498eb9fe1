import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  readReleaseOptions,
  ReleaseOptionsError,
  withoutKey,
  type ReleaseKind,
} from '../../../tools/wechat/release-options';

const APPID = 'wx0123456789abcdef';
const SOUND = { WECHAT_UPLOAD_KEY_PATH: '/keys/upload.key', WECHAT_VERSION: '1.2.3' };

function problems(kind: ReleaseKind, env: Record<string, string>, appid = APPID): string[] {
  try {
    readReleaseOptions(kind, env, appid);
  } catch (error) {
    if (error instanceof ReleaseOptionsError) return [...error.problems];
    throw error;
  }
  return [];
}

test('everything given', () => {
  const env = { ...SOUND, WECHAT_ROBOT: '7', WECHAT_DESCRIPTION: '修复' };
  expect(readReleaseOptions('upload', env, APPID)).toEqual({
    appid: APPID,
    key: { path: '/keys/upload.key' },
    version: '1.2.3',
    description: '修复',
    robot: 7,
  });
});

test('the environment names the appid before project.config.json does', () => {
  const env = { ...SOUND, WECHAT_APPID: APPID };
  expect(readReleaseOptions('upload', env, 'touristappid').appid).toBe(APPID);
});

test('the text of the key may have its line ends written as \\n', () => {
  const env = { WECHAT_UPLOAD_KEY: 'one\\ntwo', WECHAT_VERSION: '1.0.0' };
  expect(readReleaseOptions('upload', env, APPID).key).toEqual({ text: 'one\ntwo' });
});

test('a preview needs no version', () => {
  expect(problems('preview', { WECHAT_UPLOAD_KEY: 'k' })).toEqual([]);
  expect(problems('upload', { WECHAT_UPLOAD_KEY: 'k' })).toEqual([
    expect.stringMatching(/^WECHAT_VERSION: set it/),
  ]);
});

test.each<[string, Record<string, string>, string, RegExp]>([
  ['the tourist appid', SOUND, 'touristappid', /^appid: 'touristappid'/],
  ['an appid of another form', SOUND, 'wx123', /^appid: must be/],
  ['no key', { WECHAT_VERSION: '1.0.0' }, APPID, /^WECHAT_UPLOAD_KEY_PATH: set it/],
  ['a blank key', { ...SOUND, WECHAT_UPLOAD_KEY_PATH: ' ' }, APPID, /^WECHAT_UPLOAD_KEY_PATH: set/],
  ['two keys', { ...SOUND, WECHAT_UPLOAD_KEY: 'k' }, APPID, /only one of them/],
  ['a version of another form', { ...SOUND, WECHAT_VERSION: 'v1' }, APPID, /^WECHAT_VERSION: must/],
  ['robot 0', { ...SOUND, WECHAT_ROBOT: '0' }, APPID, /^WECHAT_ROBOT/],
  ['robot 31', { ...SOUND, WECHAT_ROBOT: '31' }, APPID, /^WECHAT_ROBOT/],
  ['robot one and a half', { ...SOUND, WECHAT_ROBOT: '1.5' }, APPID, /^WECHAT_ROBOT/],
])('%s is refused with one sentence', (_name, env, appid, expected) => {
  expect(problems('upload', env, appid)).toEqual([expect.stringMatching(expected)]);
});

test('all problems are told at once', () => {
  expect(problems('upload', {}, 'touristappid')).toHaveLength(3);
});

test('what is printed holds no line of the key', () => {
  const key = '-----BEGIN KEY-----\nMIIEpAIBAAKCAQEAsecret\n-----END KEY-----\n';
  const text = `bad key ${key} or MIIEpAIBAAKCAQEAsecret alone`;
  expect(withoutKey(text, key)).not.toMatch(/MIIE/);
  expect(withoutKey('nothing of it', key)).toBe('nothing of it');
});

describe('npm run wechat:upload', () => {
  const root = path.resolve(__dirname, '../../..');
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'wechat-key-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function run(kind: string, env: Record<string, string>): { status: number | null; text: string } {
    const { PATH = '', HOME = '' } = process.env;
    const cli = path.join(root, 'node_modules/tsx/dist/cli.mjs');
    const script = path.join(root, 'tools/wechat/release.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, script, kind], {
      cwd: root,
      env: { PATH, HOME, ...env },
      encoding: 'utf8',
    });
    return { status, text: `${stdout}${stderr}` };
  }

  test('without any setting it says what to set, and ends at once', () => {
    const { status, text } = run('upload', {});
    expect(status).toBe(1);
    expect(text).toMatch(/wechat:upload: appid: 'touristappid'/);
    expect(text).toMatch(/wechat:upload: WECHAT_UPLOAD_KEY_PATH: set it/);
    expect(text).toMatch(/wechat:upload: WECHAT_VERSION: set it/);
  }, 30_000);

  test('the key is not printed when something else is wrong', () => {
    const file = path.join(folder, 'upload.key');
    writeFileSync(file, 'TOP-SECRET-KEY-TEXT');
    const { status, text } = run('upload', {
      WECHAT_UPLOAD_KEY: 'TOP-SECRET-KEY-TEXT',
      WECHAT_UPLOAD_KEY_PATH: file,
    });
    expect(status).toBe(1);
    expect(text).not.toContain('TOP-SECRET');
  }, 30_000);

  test('a key file that is not there is told before anything is installed or sent', () => {
    const { status, text } = run('upload', {
      WECHAT_APPID: APPID,
      WECHAT_VERSION: '1.0.0',
      WECHAT_UPLOAD_KEY_PATH: path.join(folder, 'gone.key'),
    });
    expect(status).toBe(1);
    expect(text.trim()).toBe('wechat:upload: WECHAT_UPLOAD_KEY_PATH: there is no readable file');
  }, 30_000);
});
