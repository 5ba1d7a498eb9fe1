import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const GUARD = pathToFileURL(path.resolve(__dirname, '../../../tools/wechat/offline.mjs')).href;

describe('the offline guard', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'offline-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function run(script: string): { text: string; tried: string } {
    const log = path.join(folder, 'log');
    const { stdout } = spawnSync(process.execPath, ['-e', script], {
      env: { ...process.env, NODE_OPTIONS: `--import ${GUARD}`, WECHAT_OFFLINE_LOG: log },
      timeout: 20_000,
      encoding: 'utf8',
    });
    return { text: stdout.trim(), tried: existsSync(log) ? readFileSync(log, 'utf8') : '' };
  }

  test('a request fails at once and is written down', () => {
    const script = `require('node:https').get('https://servicewechat.com/a')
      .on('error', (error) => console.log(error.message));`;
    const { text, tried } = run(script);
    expect(text).toBe('offline: a connection to servicewechat.com:443 was refused');
    expect(tried).toBe('servicewechat.com:443\n');
  });

  test('so does one of a process that the guarded one starts', () => {
    const inner = "fetch('http://example.com').catch(() => console.log('refused'))";
    const script = `const { execFileSync } = require('node:child_process');
      console.log(execFileSync(process.execPath, ['-e', ${JSON.stringify(inner)}], { encoding: 'utf8' }));`;
    expect(run(script)).toEqual({ text: 'refused', tried: 'example.com:80\n' });
  });

  test('a pipe on this machine is not the network', async () => {
    const socket = path.join(folder, 'pipe');
    const server = createServer().listen(socket);
    await new Promise((resolve) => server.once('listening', resolve));
    const script = `const s = require('node:net').connect(${JSON.stringify(socket)});
      s.on('error', () => console.log('error')).on('connect', () => { console.log('open'); process.exit(); });`;
    // The server lives in this process, which the run would block: its queue takes the connection.
    expect(run(script)).toEqual({ text: 'open', tried: '' });
    server.close();
  });
});
