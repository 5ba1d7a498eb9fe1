// `npm run wechat:preview` and `npm run wechat:upload`: sends the cashier to WeChat.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleScripts } from './bundle';
import { ensureInstalled } from './install';
import { readReleaseOptions, ReleaseOptionsError, withoutKey } from './release-options';
import type { ReleaseKind, ReleaseOptions } from './release-options';
import { OfflineCompiler, sendToWeChat } from './run-official';
import { type Staged, stageProject } from './staging';

const ROOT = path.resolve(__dirname, '..', '..');
const CACHE = path.join(ROOT, '.cache', 'wechat');
const QRCODE = path.join(CACHE, 'preview.jpg');

function readOptions(kind: ReleaseKind): ReleaseOptions {
  const config = readFileSync(path.join(ROOT, 'project.config.json'), 'utf8');
  const { appid } = JSON.parse(config) as { appid: string };
  return readReleaseOptions(kind, process.env, appid);
}

function readKey({ key }: ReleaseOptions): string {
  if ('text' in key) return key.text;
  try {
    return readFileSync(key.path, 'utf8');
  } catch {
    throw new ReleaseOptionsError(['WECHAT_UPLOAD_KEY_PATH: there is no readable file']);
  }
}

async function stage(): Promise<Staged> {
  const compiler = new OfflineCompiler();
  try {
    return await stageProject(ROOT, path.join(CACHE, 'release'), compiler);
  } finally {
    compiler.close();
  }
}

async function send(kind: ReleaseKind): Promise<void> {
  const options = readOptions(kind);
  const privateKey = readKey(options);
  const { appid, version, description, robot } = options;
  ensureInstalled();
  mkdirSync(CACHE, { recursive: true });
  const { root, app } = await stage();
  await bundleScripts({ app, packages: root });
  console.log(`${kind}: ${appid}, version ${version}, robot ${robot} ...`);
  try {
    const job = { kind, root, appid, privateKey, version, description, robot, qrcode: QRCODE };
    const { packages } = await sendToWeChat(job);
    for (const { name, size } of packages) console.log(`${name}: ${size} bytes`);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    throw new Error(`WeChat did not take it: ${withoutKey(text, privateKey)}`, {
      cause: error,
    });
  }
  console.log(kind === 'preview' ? `scan ${path.relative(ROOT, QRCODE)} with WeChat` : 'uploaded');
}

const kind = process.argv[2];
if (kind !== 'preview' && kind !== 'upload') {
  console.error('usage: npm run wechat:preview, or npm run wechat:upload');
  process.exitCode = 2;
} else {
  send(kind).catch((error: unknown) => {
    const problems =
      error instanceof ReleaseOptionsError ? error.problems : [(error as Error).message];
    for (const problem of problems) console.error(`wechat:${kind}: ${problem}`);
    process.exitCode = 1;
  });
}
