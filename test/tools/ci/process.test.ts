import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runJob } from '../../../tools/jobs/process.mjs';

const node = (code: string): string[] => [process.execPath, '-e', code];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jobs-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const isAlive = (pid: number): boolean => {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  return state.trim() !== '' && !state.startsWith('Z');
};

async function eventually(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('a job', () => {
  test('both its outputs in the order of printing, and how it ended', async () => {
    const code = "console.log('one'); console.error('two'); process.exitCode = 3";
    const ended = await runJob({ name: 'a b', command: node(code) }, folder);
    expect(ended).toMatchObject({ passed: false, text: 'one\ntwo\nended with 3\n' });
    const good = await runJob({ name: 'good', command: node("console.log('x')") }, folder);
    expect(good).toMatchObject({ passed: true, text: 'x\n' });
  });

  test('a program that is not there has failed', async () => {
    const ended = await runJob({ name: 'gone', command: ['no-such-program'] }, folder);
    expect(ended).toMatchObject({ passed: false, text: expect.stringContaining('ENOENT') });
  });

  test('has no standard input', async () => {
    const code = "process.stdin.on('data', () => {}).on('end', () => console.log('none'))";
    const ended = await runJob({ name: 'input', command: node(code) }, folder);
    expect(ended.text).toBe('none\n');
  });

  /** Starts a process that would run for a minute, and prints its id. */
  const LEAVES_ONE = `const child = require('node:child_process')
    .spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' });
    console.log(child.pid); child.unref();`;

  test('leaves no process behind', async () => {
    const { text } = await runJob({ name: 'parent', command: node(LEAVES_ONE) }, folder);
    await eventually(() => !isAlive(Number(text)));
  });

  test('ends, with all it started, when we are told to end; what it printed is told', async () => {
    const module = JSON.stringify(path.resolve('tools/jobs/process.mjs'));
    const command = JSON.stringify(node(`${LEAVES_ONE} setTimeout(() => {}, 60_000);`));
    const code = `import { endJobsWithUs, runJob } from ${module};
      endJobsWithUs((text) => console.log(text));
      await runJob({ name: 'long', command: ${command} }, ${JSON.stringify(folder)});
      console.log('the next one would begin');`;
    const us = spawn(process.execPath, ['--input-type=module', '-e', code]);
    let said = '';
    us.stdout.on('data', (text: Buffer) => (said += text.toString()));
    const log = path.join(folder, 'long.log');
    await eventually(() => {
      try {
        return readFileSync(log, 'utf8').endsWith('\n');
      } catch {
        return false;
      }
    });
    us.kill('SIGTERM');
    const status = await new Promise((resolve) => us.once('close', resolve));
    const pid = Number(readFileSync(log, 'utf8'));
    expect({ status, alive: isAlive(pid), said }).toEqual({
      status: 1,
      alive: false,
      said: `${pid}\nended by SIGTERM\n\n`,
    });
  });
});
