import { cpSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { markdownTable } from '../polling/table';
import { figureTable } from '../../test/e2e/audit/figure';
import { bundleScripts, HOOKS } from '../../tools/wechat/bundle';
import { pack, type Packed } from './pack';
import { officialBytes, partsOf } from './parts';
import type { Outcome } from './phone/main';
import { PACKAGE_BUDGET, QUOTED } from './quoted';
import { buildPhone, median, planOf, runPhone } from './run';
import { audit, buildTimes } from './simulator';
import { writeSketches } from './sketches';

/**
 * `npm run bench`: what the cashier costs, beside sketches measured in the same run. Times are of
 * script alone (CPU time of a process of its own), under `--jitless` as the pessimistic phone.
 */
const FOLDER = path.resolve('.cache/bench');
const NPM = path.resolve('miniprogram/miniprogram_npm');

/** Fresh processes a figure; the median counts. */
const STARTS = 21;
const CASHIERS = 7;
const PAYMENTS = 9;

async function main(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  const phone = await buildPhone(FOLDER);
  const cashier = { name: 'the cashier', root: await bundled() };
  const apps = [cashier, ...writeSketches(path.join(FOLDER, 'sketches'))];
  const packed = new Map<string, Packed>();
  const starts = new Map<string, number>();
  for (const { name, root } of apps) {
    const target = path.join(FOLDER, `${name.replace(/\W+/g, '-')}.json`);
    const one = await pack(root, NPM, target, name === cashier.name ? HOOKS : []);
    packed.set(name, one);
    const plan = planOf(root, NPM, one, 0);
    const times = many(STARTS, () => runPhone(phone, plan, { jitless: true }).start);
    starts.set(name, median(times));
  }
  const own = packed.get(cashier.name) as Packed;
  const plan = planOf(cashier.root, NPM, own, PAYMENTS);
  const jit = many(CASHIERS, () => runPhone(phone, plan, { jitless: false }));
  const jitless = many(CASHIERS, () => runPhone(phone, plan, { jitless: true }));
  const builds = await buildTimes();
  const figures = await audit();

  console.log(`\nNode ${process.version}, ${cpus()[0]?.model ?? ''}, ${cpus().length} cores\n`);
  console.log(`${sizeTable(apps, packed, starts)}\n`);
  console.log(`${partTable(own)}\n`);
  console.log(`${paymentTable(jit, jitless)}\n`);
  console.log(
    `Simulator build: the app ${builds.app.toFixed(0)} ms, its runtime ${builds.runtime.toFixed(0)} ms (wall)\n`,
  );
  console.log(figureTable(figures));
}

/** The cashier as it goes to WeChat. */
async function bundled(): Promise<string> {
  const app = path.join(FOLDER, 'cashier');
  cpSync('miniprogram', app, { recursive: true, filter: (file) => path.resolve(file) !== NPM });
  await bundleScripts({ app, packages: path.resolve('.') });
  return app;
}

function many<T>(times: number, run: () => T): T[] {
  return Array.from({ length: times }, run);
}

function sizeTable(
  apps: readonly { name: string }[],
  packed: ReadonlyMap<string, Packed>,
  starts: ReadonlyMap<string, number>,
): string {
  const ownBytes = bytesOf(packed, 'the cashier');
  const ownStart = starts.get('the cashier') ?? NaN;
  const measured = apps.map(({ name }) => {
    const bytes = bytesOf(packed, name);
    const start = starts.get(name) ?? NaN;
    return [
      name,
      kilobytes(bytes),
      ratio(bytes, ownBytes),
      ms(start),
      ratio(start, ownStart),
      'this run',
    ];
  });
  // The same two sketches, here and there, say how the machines compare.
  const scale = median(
    (['Vant', 'Vant + crypto-js'] as const).map(
      (name) => (starts.get(name) ?? NaN) / QUOTED[name].start,
    ),
  );
  const quoted = (['uni-app', 'Taro + React'] as const).map((name) => {
    const { bytes, start } = QUOTED[name];
    const here = start * scale;
    const times = `${ms(start)} → ${ms(here)}`;
    return [
      name,
      kilobytes(bytes),
      ratio(bytes, ownBytes),
      times,
      ratio(here, ownStart),
      'quoted, another machine → scaled',
    ];
  });
  const head = [
    'two pages / the cashier',
    'bytes',
    '÷ cashier',
    'start, jitless',
    '÷ cashier',
    'source',
  ];
  return markdownTable(head, [...measured, ...quoted]);
}

function partTable(own: Packed): string {
  const built = partsOf(own.files);
  const official = officialBytes();
  const shown = official ?? built;
  const source =
    official === null ? 'our own minified build' : 'official compile (npm run wechat:check)';
  const rows = shown.parts.map(({ part, bytes }) => [
    part,
    String(bytes),
    ratio(bytes, shown.total),
  ]);
  rows.push([
    'all',
    String(shown.total),
    `${ratio(shown.total, PACKAGE_BUDGET)} of ${PACKAGE_BUDGET}`,
  ]);
  return markdownTable([`uploaded: ${source}`, 'bytes', 'share'], rows);
}

function paymentTable(jit: readonly Outcome[], jitless: readonly Outcome[]): string {
  const row = (name: string, aim: string, of: (outcome: Outcome) => number): string[] => [
    name,
    ms(median(jit.map(of))),
    ms(median(jitless.map(of))),
    aim,
  ];
  const later = ({ payments }: Outcome, of: (one: Outcome['payments'][number]) => number): number =>
    median(payments.slice(1).map(of));
  const first = ({ payments }: Outcome): Outcome['payments'][number] =>
    payments[0] ?? { request: NaN, page: NaN };
  const parts = Object.keys(jit[0]?.parts ?? {});
  return markdownTable(
    ['script of a payment', 'JIT', 'jitless', 'aim'],
    [
      row('scan → request, first of the process', '5 ms', (one) => first(one).request),
      row('scan → request, later ones', '5 ms', (one) => later(one, ({ request }) => request)),
      ...parts.map((part) => row(`  ${part}`, '', (one) => one.parts[part] ?? NaN)),
      row('answer → page, first of the process', '16 ms', (one) => first(one).page),
      row('answer → page, later ones', '16 ms', (one) => later(one, ({ page }) => page)),
    ],
  );
}

const bytesOf = (packed: ReadonlyMap<string, Packed>, name: string): number =>
  partsOf(packed.get(name)?.files ?? new Map()).total;
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
const ratio = (value: number, of: number): string => (value / of).toFixed(2);
const ms = (value: number): string => `${value.toFixed(value < 1 ? 3 : 1)} ms`;

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
