import { type ChildProcess, fork } from 'node:child_process';
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

/** Sends the staged project to WeChat: the one job that uses the network. */
export async function sendToWeChat(job: SendJob): Promise<Sent> {
  const child = startOfficial({});
  try {
    return (await runJob(child, job)) as Sent;
  } finally {
    child.kill();
  }
}

/**
 * WeChat's compiler for several jobs, one after the other, none of which may use the network. Starting
 * it costs seconds, so one does them all; each must have a folder of its own, of which nothing is known.
 */
export class OfflineCompiler {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'wechat-offline-'));
  private readonly log = path.join(this.folder, 'connections.log');
  private readonly child: ChildProcess;
  private readonly seen = new Set<string>();

  constructor() {
    const guard = pathToFileURL(path.join(__dirname, 'offline.mjs')).href;
    this.child = startOfficial({
      NODE_OPTIONS: `--import ${guard}`,
      WECHAT_OFFLINE_LOG: this.log,
      // Each of its threads loads all of Babel anew, which costs more than it saves.
      COMPILE_THREADS: '1',
    });
  }

  /** Compiles the staged project at `root`; the package's files go to `out`. */
  async compile(root: string, appid: string, out: string): Promise<Compiled> {
    if (this.seen.has(root))
      throw new Error(`${root} was compiled before: what it kept may answer`);
    this.seen.add(root);
    return (await this.run({ kind: 'compile', root, appid, out })) as Compiled;
  }

  /** WeChat's npm build of the staged project at `root`. */
  async packNpm(root: string): Promise<PackedNpm> {
    return (await this.run({ kind: 'pack-npm', root })) as PackedNpm;
  }

  close(): void {
    this.child.kill();
    rmSync(this.folder, { recursive: true });
  }

  /** Fails if the job tried to reach the network. */
  private async run(job: Job): Promise<unknown> {
    const value = await runJob(this.child, job);
    if (!existsSync(this.log)) return value;
    const tried = [...new Set(readFileSync(this.log, 'utf8').trim().split('\n'))].join(', ');
    throw new OfficialCompilerError(
      `the compiler tried to reach the network (${tried}): this check works offline`,
    );
  }
}

function startOfficial(env: Record<string, string>): ChildProcess {
  return fork(path.join(__dirname, 'official.mjs'), {
    env: { ...withoutTsx(process.env), ...env },
    execArgv: [],
    // The compiler talks a lot, and when it fails it says so in its answer.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function runJob(child: ChildProcess, job: Job): Promise<unknown> {
  return new Promise<unknown>((resolve, reject) => {
    const ended = (): void => {
      reject(new OfficialCompilerError('the compiler ended without a word'));
    };
    child.once('error', reject);
    child.once('exit', ended);
    child.once('message', (answer: Answer) => {
      child.off('error', reject).off('exit', ended);
      if (answer.ok) resolve(answer.value);
      else reject(new OfficialCompilerError(answer.message));
    });
    if (child.connected) child.send(job);
    else ended();
  });
}

/** tsx announces itself to child processes; the compiler is plain Node. */
function withoutTsx(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, NODE_OPTIONS: undefined };
}
