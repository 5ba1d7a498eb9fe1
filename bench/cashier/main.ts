import { cpSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { markdownTable } from '../polling/table';
import { figureTable } from '../../test/e2e/audit/figure';
import { bundleScripts, HOOKS } from '../../tools/wechat/bundle';
import { BUDGET } from '../../tools/wechat/parts';
import { pack, type Packed } from './pack';
import { buildFrameworks } from './frameworks';
import { officialBytes, partsOf } from './parts';
import type { Outcome, Plan, StartTimes } from './phone/main';
import { QUOTED } from './quoted';
import { buildPhone, planOf, runPhone, typical } from './run';
import { audit, buildTimes } from './simulator';
import { writeSketches } from './sketches';

/**
 * `npm run bench`: what the cashier costs, beside sketches measured in the same run. Times are of
 * script alone (CPU time of a process of its own), under `--jitless` as the pessimistic phone.
 */
const FOLDER = path.resolve('.cache/bench');
const NPM = path.resolve('miniprogram/miniprogram_npm');

/** Fresh processes a figure; the lower quartile counts. */
const STARTS = 21;
const CASHIERS = 15;
const PAYMENTS = 9;

async function main(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  const phone = await buildPhone(FOLDER);
  const cashier = { name: 'the cashier', root: await bundled() };
  const apps = [cashier, ...writeSketches(path.join(FOLDER, 'sketches')), ...buildFrameworks()];
  const packed = new Map<string, Packed>();
  const plans = new Map<string, Plan>();
  for (const { name, root } of apps) {
    const target = path.join(FOLDER, `${name.replace(/\W+/g, '-')}.json`);
    const one = await pack(root, NPM, target, name === cashier.name ? HOOKS : []);
    packed.set(name, one);
    plans.set(name, planOf(root, NPM, one, 0));
  }
  const starts = startAll(phone, plans);
  const own = packed.get(cashier.name) as Packed;
  const plan = planOf(cashier.root, NPM, own, PAYMENTS);
  const jit = many(CASHIERS, () => runPhone(phone, plan, { jitless: false }));
  const jitless = many(CASHIERS, () => runPhone(phone, plan, { jitless: true }));
  const builds = await buildTimes();
  const figures = await audit();

  console.log(`\nNode ${process.version}, ${cpus()[0]?.model ?? ''}, ${cpus().length} cores\n`);
  console.log(`${sizeTable(packed, starts)}\n`);
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

/** In turns, so that a moment in which the machine is slow is not one app's alone. */
function startAll(
  phone: string,
  plans: ReadonlyMap<string, Plan>,
): ReadonlyMap<string, StartTimes> {
  const times = new Map(Array.from(plans.keys(), (name) => [name, [] as StartTimes[]]));
  for (let turn = 0; turn < STARTS; turn += 1) {
    for (const [name, plan] of plans) {
      times.get(name)?.push(runPhone(phone, plan, { jitless: true }).start);
    }
  }
  return new Map(
    Array.from(times, ([name, all]) => [
      name,
      {
        page: typical(all.map(({ page }) => page)),
        data: typical(all.map(({ data }) => data)),
      },
    ]),
  );
}

function many<T>(times: number, run: () => T): T[] {
  return Array.from({ length: times }, run);
}

function sizeTable(
  packed: ReadonlyMap<string, Packed>,
  starts: ReadonlyMap<string, StartTimes>,
): string {
  const ownBytes = bytesOf(packed, 'the cashier');
  const startOf = (name: string): StartTimes => starts.get(name) ?? { page: NaN, data: NaN };
  const own = startOf('the cashier');
  const measured = Array.from(packed.keys(), (name) => {
    const bytes = bytesOf(packed, name);
    const { page, data } = startOf(name);
    return [
      name,
      kilobytes(bytes),
      ratio(bytes, ownBytes),
      ms(page),
      ratio(page, own.page),
      ms(data),
      'this run',
    ];
  });
  // The same two sketches, here and there, say how the machines compare.
  const scale = Math.max(
    ...(['Vant', 'Vant + crypto-js'] as const).map(
      (name) => startOf(name).page / QUOTED[name].start,
    ),
  );
  const quoted = (['uni-app', 'Taro + React'] as const)
    .filter((name) => !packed.has(name))
    .map((name) => {
      const { bytes, start } = QUOTED[name];
      const here = start * scale;
      const source = 'quoted, another machine → scaled';
      const times = `${ms(start)} → ${ms(here)}`;
      return [
        name,
        kilobytes(bytes),
        ratio(bytes, ownBytes),
        times,
        ratio(here, own.page),
        '',
        source,
      ];
    });
  const head = [
    'two pages / the cashier',
    'bytes',
    '÷ cashier',
    'first page, jitless',
    '÷ cashier',
    'its data',
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
  rows.push(['all', String(shown.total), `${ratio(shown.total, BUDGET)} of ${BUDGET}`]);
  return markdownTable([`uploaded: ${source}`, 'bytes', 'share'], rows);
}

function paymentTable(jit: readonly Outcome[], jitless: readonly Outcome[]): string {
  const row = (name: string, aim: string, of: (outcome: Outcome) => number): string[] => [
    name,
    ms(typical(jit.map(of))),
    ms(typical(jitless.map(of))),
    aim,
  ];
  const later = ({ payments }: Outcome, of: (one: Outcome['payments'][number]) => number): number =>
    typical(payments.slice(1).map(of));
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
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
const ratio = (value: number, of: number): string => (value / of).toFixed(2);
const ms = (value: number): string => `${value.toFixed(value < 1 ? 3 : 1)} ms`;

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
