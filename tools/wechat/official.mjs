// The process that runs WeChat's compiler (miniprogram-ci, installed beside this file): it takes a job
// as a message, answers with one message before the next, and is ended by its parent, since the compiler
// leaves watchers behind that keep it alive.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** @typedef {import('./jobs').Job} Job */
/** @typedef {import('./jobs').Progress} Progress */
/** @typedef {import('./miniprogram-ci').MiniprogramCi} MiniprogramCi */
/** @typedef {import('./miniprogram-ci').FileEndings} FileEndings */

/** Not `require`: the types must not depend on whether the compiler is installed. */
const load = createRequire(import.meta.url);

/** @returns {MiniprogramCi} */
const compiler = () => load('miniprogram-ci');

/** The project's attributes without asking WeChat for them; the limits are those of the documents. */
const ATTRIBUTES = {
  platform: false,
  appType: 0,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 100,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
};

/**
 * The compiler asks WeChat which file endings go into a package, and uses its own list when it gets no
 * answer. Here it uses its own list without asking.
 */
function keepFileEndings() {
  /** @type {FileEndings} */
  const endings = load('miniprogram-ci/dist/utils/white_ext_list');
  endings.getWhiteExtList = async () => ({
    MiniProgramWhiteList: new Set(endings.MiniProgramWhiteList),
    GameWhiteList: new Set(endings.GameWhiteList),
  });
}

/** @param {Extract<Job, { kind: 'compile' }>} job */
async function compile(job) {
  keepFileEndings();
  const ci = compiler();
  /** @type {import('./miniprogram-ci').Packer} */
  const { pack } = load('miniprogram-ci/dist/ci/utils/pack');
  const project = openProject(ci, job, { attr: async () => ATTRIBUTES, privateKey: 'none' });
  /** @type {Progress[]} */
  const progress = [];
  const result = await ci.getCompiledResult({
    project,
    version: '0.0.0',
    setting: { useProjectConfig: true },
    onProgressUpdate: record(progress),
  });
  const files = Object.entries(result).map(([file, content]) => {
    const target = path.join(job.out, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
    return { file, bytes: Buffer.byteLength(content) };
  });
  const quality = await ci.checkCodeQuality(project);
  return { files, gzip: gzipSync(pack(result).buffer).length, progress, quality };
}

/** @param {Extract<Job, { kind: 'pack-npm' }>} job */
async function packNpm(job) {
  const ci = compiler();
  const { miniProgramPackNum, otherNpmPackNum, warnList } = await ci.packNpmManually({
    packageJsonPath: path.join(job.root, 'package.json'),
    miniprogramNpmDistDir: path.join(job.root, 'miniprogram'),
  });
  return { packages: miniProgramPackNum + otherNpmPackNum, warnings: warnList };
}

/** @param {Extract<Job, { kind: 'preview' | 'upload' }>} job */
async function send(job) {
  const ci = compiler();
  const { version, description, robot, privateKey, qrcode } = job;
  const project = openProject(ci, job, { privateKey });
  /** @type {Progress[]} */
  const progress = [];
  const options = {
    project,
    version,
    desc: description,
    robot,
    setting: { useProjectConfig: true },
    onProgressUpdate: record(progress),
  };
  const { subPackageInfo = [] } = await (job.kind === 'upload'
    ? ci.upload(options)
    : ci.preview({ ...options, qrcodeFormat: 'image', qrcodeOutputDest: qrcode }));
  return { packages: subPackageInfo, progress };
}

/**
 * @param {MiniprogramCi} ci
 * @param {{ root: string, appid: string }} job
 * @param {{ privateKey: string, attr?: () => Promise<object> }} access
 */
function openProject(ci, job, access) {
  return new ci.Project({
    appid: job.appid,
    type: 'miniProgram',
    projectPath: job.root,
    ignores: [],
    ...access,
  });
}

/** Keeps what is not mere progress. @param {Progress[]} progress */
function record(progress) {
  return (/** @type {Progress | string} */ task) => {
    if (typeof task === 'string') return;
    const { status, message } = task;
    if (status !== 'doing' && status !== 'done') progress.push({ status, message });
  };
}

/** @param {Job} job @returns {Promise<unknown>} */
function run(job) {
  if (job.kind === 'compile') return compile(job);
  if (job.kind === 'pack-npm') return packNpm(job);
  return send(job);
}

process.on('message', async (job) => {
  /** @type {unknown} */
  let answer;
  try {
    answer = { ok: true, value: await run(/** @type {Job} */ (job)) };
  } catch (error) {
    const { message = String(error), path: file } = /** @type {any} */ (error);
    answer = { ok: false, message: file === undefined ? message : `${message} (${file})` };
  }
  process.send?.(answer);
});
