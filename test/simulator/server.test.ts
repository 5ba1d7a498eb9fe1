import { mkdtempSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProjectAssets } from '../../simulator/build/project';
import { startSimulator, type RunningSimulator } from '../../simulator/server/start';

let folder: string;
let simulator: RunningSimulator;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  cpSync(join(__dirname, 'fixtures/app'), folder, { recursive: true });
  simulator = await startSimulator({ port: 0, root: folder });
});

afterAll(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true });
});

const assets = async (): Promise<ProjectAssets> =>
  (await fetch(`${simulator.url}/__sim/app.json`)).json() as Promise<ProjectAssets>;

test.each([
  ['/', 'text/html'],
  ['/cashier', 'text/html'],
  ['/customer', 'text/html'],
  ['/panel', 'text/html'],
  ['/openapi.json', 'application/json'],
  ['/__sim/runtime.js', 'text/javascript'],
  ['/__sim/scanner.js', 'text/javascript'],
  ['/__sim/phone.css', 'text/css'],
  ['/__sim/zxing_reader.wasm', 'application/wasm'],
])('%s is served as %s', async (path, type) => {
  const response = await fetch(simulator.url + path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain(type);
  await response.arrayBuffer();
});

test.each([
  '/__app/app.json',
  '/__app/app.ts',
  '/__app/../main.ts',
  '/__app/none.png',
  '/__sim/none.css',
])('%s is not served', async (path) => {
  expect((await fetch(simulator.url + path)).status).toBe(404);
});

test('the cashier is told the sandbox’s own address', async () => {
  const response = await fetch(`${simulator.url}/__sim/settings.json`);
  expect(await response.json()).toEqual({ posBaseUrl: simulator.url, sandbox: true });
});

test('a changed file is compiled anew and the page is told', async () => {
  await assets();
  const stop = new AbortController();
  const events = await fetch(`${simulator.url}/__sim/events`, { signal: stop.signal });
  const reader = events.body?.getReader();
  await reader?.read();
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  writeFileSync(join(folder, 'pages/second/index.wxml'), '<view>');
  const next = await reader?.read();
  expect(Buffer.from(next?.value ?? []).toString()).toContain('event: reload');
  stop.abort();
  expect((await assets()).diagnostics).toMatchObject([
    { severity: 'error', file: 'pages/second/index.wxml', line: 1 },
  ]);
  expect(write).toHaveBeenCalledWith(expect.stringContaining('pages/second/index.wxml:1:'));
});
