import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The leaders of the process groups that run now. @type {Map<number, string>} */
const running = new Map();

/** We were told to end: no job begins or ends any more. */
let ending = false;

/** What a check may take to end itself and its browsers when it is told to. */
const GRACE_MS = 5_000;

/**
 * Runs a job without standard input, in a process group of its own; its output goes to a file.
 * @param {import('./schedule.mjs').Job} job
 * @param {string} folder for the files
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<import('./schedule.mjs').Ended>}
 */
export async function runJob(
  { name, command: [program = '', ...args] },
  folder,
  env = process.env,
) {
  if (ending) return never();
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name.replaceAll(/[^\w-]+/g, '-')}.log`);
  const output = openSync(file, 'w');
  const began = performance.now();
  const child = spawn(program, args, { detached: true, env, stdio: ['ignore', output, output] });
  const { pid } = child;
  if (pid !== undefined) running.set(pid, file);
  /** @type {string | null} why it did not pass, in words */
  const problem = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) =>
      resolve(code === 0 ? null : `ended with ${String(signal ?? code)}`),
    );
  });
  closeSync(output);
  if (pid !== undefined) {
    running.delete(pid);
    // What it left behind would slow down the others.
    signalGroup(pid, 'SIGKILL');
  }
  if (ending) return never();
  const said = readFileSync(file, 'utf8');
  const text = problem === null ? said : `${said}${said.endsWith('\n') ? '' : '\n'}${problem}\n`;
  return { passed: problem === null, text, seconds: (performance.now() - began) / 1000 };
}

/**
 * No job outlives this process: when it is told to end, it ends them first.
 * @param {(text: string) => void} tell what it hears at the end: what was printed until then, and why
 */
export function endJobsWithUs(tell) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => {
      ending = true;
      const texts = [...running.values()].map((file) => readFileSync(file, 'utf8'));
      tell([...texts, `ended by ${signal}\n`].join(''));
      const pids = [...running.keys()];
      for (const pid of pids) signalGroup(pid, 'SIGTERM');
      const began = Date.now();
      setInterval(() => {
        if (pids.some(hasProcesses) && Date.now() - began < GRACE_MS) return;
        for (const pid of pids) signalGroup(pid, 'SIGKILL');
        process.exit(1);
      }, 50);
    });
  }
}

/** @returns {Promise<never>} */
const never = () => new Promise(() => undefined);

/** @param {number} pid */
const hasProcesses = (pid) => signalGroup(pid, 0);

/** @param {number} pid its leader's @param {NodeJS.Signals | 0} signal @returns {boolean} whether any is left */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}
