import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SourceMap } from 'node:module';
import { bundleScripts, CRYPTO_SCRIPT, HOOKS } from '../../../tools/wechat/bundle';
import { listFiles } from '../../../tools/wechat/files';
import { wrongAnswers } from '../../../tools/wechat/npm-comparison';

const PROJECT = path.resolve(__dirname, '..', '..', '..');

const COUNTER = `import type { Bill } from './bill';
export class CounterError extends Error {
  readonly code = 'counter';
  constructor(readonly bill: Bill) { super('no'); }
}
let count = 0;
export function next(): number {
  count += 1;
  return count;
}
export function notUsed(): string { return 'left out'; }
`;

const page = (name: string): string => `import { next } from '../../core/counter';
Component({ methods: { go(): void { told.push(['${name}', next()]); } } });
`;

const START = `import { rule } from '../core/rule';
import { next } from '../core/counter';
export const startServices = (): string => \`\${rule()} \${next()}\`;
`;

const LOADS_CRYPTO = "export const load = (): unknown => require('crypto-js');\n";

let app: string;

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(app, file)), { recursive: true });
    writeFileSync(path.join(app, file), text);
  }
}

beforeEach(() => {
  app = mkdtempSync(path.join(tmpdir(), 'bundle-'));
  write({
    'app.json': '{}',
    'app.ts': "import { next } from './core/counter';\nApp({ onLaunch: () => void next() });\n",
    'core/bill.ts': 'export type Bill = string;\n',
    'core/counter.ts': COUNTER,
    'core/rule.ts': "export const rule = (): string => 'of the services alone';\n",
    'services/start.ts': START,
    'pages/a/a.json': '{}',
    'pages/a/a.ts': page('a'),
    'pages/b/b.json': '{}',
    'pages/b/b.ts': page('b'),
  });
  // The real names, so that nothing has to be said twice.
  for (const name of HOOKS) write({ [`${name}.ts`]: 'export const hook = 1;\n' });
});
afterEach(() => {
  rmSync(app, { recursive: true });
});

const bundle = (): Promise<void> => bundleScripts({ app, packages: PROJECT });
const script = (file: string): string => readFileSync(path.join(app, file), 'utf8');

test('pages share one state, and no TypeScript is left', async () => {
  await bundle();
  expect(listFiles(app).filter((file) => file.endsWith('.ts'))).toEqual([]);
  const told: unknown[] = [];
  const pages: { methods: { go(): void } }[] = [];
  const globals = {
    App: ({ onLaunch }: { onLaunch(): void }) => {
      onLaunch();
    },
    Component: (definition: (typeof pages)[number]) => pages.push(definition),
    told,
  };
  Object.assign(globalThis, globals);
  const load = createRequire(path.join(app, 'app.js'));
  for (const file of ['./app.js', './pages/a/a.js', './pages/b/b.js']) load(file);
  for (const { methods } of pages) methods.go();
  // 1 was the app's own.
  expect(told).toEqual([
    ['a', 2],
    ['b', 3],
  ]);
});

test('what the services alone need is read when they are asked for, and shares the state', async () => {
  await bundle();
  const first = ['app.js', 'shared.js', 'pages/a/a.js', 'pages/b/b.js'].map(script).join('');
  expect(first).not.toContain('of the services alone');
  const load = createRequire(path.join(app, 'app.js'));
  Object.assign(globalThis, { App: ({ onLaunch }: { onLaunch(): void }) => onLaunch() });
  load('./app.js');
  const { startServices } = load('./services/start') as { startServices(): string };
  expect(startServices()).toBe('of the services alone 2');
});

test('what nobody uses is left out', async () => {
  await bundle();
  expect(script('shared.js')).not.toContain('left out');
});

test('its line numbers lead back to the sources', async () => {
  await bundle();
  const code = script('shared.js').split('\n')[0] ?? '';
  const map = new SourceMap(JSON.parse(script('shared.js.map')) as never);
  const found = map.findEntry(0, code.indexOf('+=1'));
  expect(found).toMatchObject({
    originalSource: expect.stringMatching(/(^|\/)core\/counter\.ts$/) as string,
    originalLine: COUNTER.split('\n').indexOf('  count += 1;'),
  });
});

test('an import that leads nowhere stops it', async () => {
  write({ 'pages/a/a.ts': "import { gone } from '../../core/gone';\ngone();\n" });
  await expect(bundle()).rejects.toThrow(/core\/gone/);
  write({ 'pages/a/a.ts': "import { gone } from '../../core/counter';\ngone();\n" });
  await expect(bundle()).rejects.toThrow(/gone/);
});

test('crypto-js is loaded at first use, with right answers and without what nobody uses', async () => {
  write({
    'miniprogram_npm/crypto-js/index.js': 'whole',
    'utils/crypto.ts': LOADS_CRYPTO,
    'services/start.ts': "export { load } from '../utils/crypto';\n",
  });
  await bundle();
  expect(script('services/start.js')).toContain(`require("../${CRYPTO_SCRIPT}")`);
  expect(existsSync(path.join(app, 'miniprogram_npm/crypto-js'))).toBe(false);
  const crypto = createRequire(path.join(app, 'app.js'))(
    `./${CRYPTO_SCRIPT}`,
  ) as typeof import('crypto-js');
  expect(wrongAnswers(crypto)).toEqual([]);
  expect(crypto).not.toHaveProperty('AES');
  expect(crypto).not.toHaveProperty('SHA1');
});

test('a page that loads crypto-js itself is told where that belongs', async () => {
  write({ 'pages/a/a.ts': `${LOADS_CRYPTO}Component({ methods: { load } });\n` });
  await expect(bundle()).rejects.toThrow(/pages\/a\/a\.ts/);
});
