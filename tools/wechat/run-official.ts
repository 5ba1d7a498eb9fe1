import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Compiled, Job, PackedNpm, SendJob, Sent } from './jobs';

type Answer = { ok: true; value: unknown } | { ok: false; message: string };

/** The compiler could not do its job, or said that the sources are wrong. */
class OfficialCompilerError extends Error {
  override readonly name = 'OfficialCompilerError';
}

/** Compiles the staged project at `root` offline; the package's files go to `out`. */
export async function compileOffline(root: string, appid: string, out: string): Promise<Compiled> {
  return (await runOffline({ kind: 'compile', root, appid, out })) as Compiled;
}

/** WeChat's npm build of the staged project at `root`. */
export async function packNpmOffline(root: string): Promise<PackedNpm> {
  return (await runOffline({ kind: 'pack-npm', root })) as PackedNpm;
}

/** Sends the staged project to WeChat: the one job that uses the network. */
export async function sendToWeChat(job: SendJob): Promise<Sent> {
  return (await runJob(job, {})) as Sent;
}

/** Runs a job that may not use the network, and fails if it tried. */
async function runOffline(job: Job): Promise<unknown> {
  const folder = mkdtempSync(path.join(tmpdir(), 'wechat-offline-'));
  const log = path.join(folder, 'connections.log');
  const guard = pathToFileURL(path.join(__dirname, 'offline.mjs')).href;
  try {
    const value = await runJob(job, { NODE_OPTIONS: `--import ${guard}`, WECHAT_OFFLINE_LOG: log });
    if (existsSync(log)) {
      const tried = [...new Set(readFileSync(log, 'utf8').trim().split('\n'))].join(', ');
      throw new OfficialCompilerError(
        `the compiler tried to reach the network (${tried}): this check works offline`,
      );
    }
    return value;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runJob(job: Job, env: Record<string, string>): Promise<unknown> {
  const child = fork(path.join(__dirname, 'official.mjs'), {
    env: { ...withoutTsx(process.env), ...env },
    execArgv: [],
    // The compiler talks a lot, and when it fails it says so in its answer.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise<unknown>((resolve, reject) => {
    child.once('message', (answer: Answer) => {
      if (answer.ok) resolve(answer.value);
      else reject(new OfficialCompilerError(answer.message));
    });
    child.once('error', reject);
    child.once('exit', () =>
      reject(new OfficialCompilerError('the compiler ended without a word')),
    );
    child.send(job);
  }).finally(() => child.kill());
}

/** tsx announces itself to child processes; the compiler is plain Node. */
function withoutTsx(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, NODE_OPTIONS: undefined };
}
