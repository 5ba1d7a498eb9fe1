// `npm run engines`: the uploaded cashier on the script engines that phones have.
import path from 'node:path';
import { build } from 'esbuild';
import { runNpm } from '../run-npm';
import { table } from '../table';
import { isUpToDate, UPLOADED } from '../wechat/runnable';
import { KNOWN, OLDEST_ENGINES } from '../wechat/syntax';
import { buildEngines } from './build';
import { Counter } from './counter';
import type { Command, Engine } from './engine';
import { readPackage } from './package-reader';
import type { AppPackage } from './phone/app-service';
import type { Found, Judgement, Plan } from './phone/plan';
import { PLANTS } from './plants';
import { EngineEndedError, runEngine } from './run';
import { judgedTexts } from './texts';

const NOON = Date.UTC(2026, 10, 22, 4);
/** Bills of the sandbox with what is due; the second customer is asked for the password. */
const BILLS = [
  { bill: 'XS20261122001', amount: '28.00' },
  { bill: 'XS20261122002', amount: '100.00' },
  { bill: 'XS20261122008', amount: '2.00' },
];
const CHARGED = BILLS.map(({ bill, amount }) => `${bill} ${amount}`);
/** The app is killed during this one. */
const INTERRUPTED = [{ bill: 'XS20261122007', amount: '129.00' }];
/** Fresh processes a start is timed in; the lower quartile counts. */
const STARTS = 9;

const PROMISES = ['own', 'timers'] as const;

interface Ready extends Engine {
  readonly command: Command;
}

/** Compiled to the same engines as what is uploaded: the rules that judge texts are in it once more. */
async function compilePhone(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, 'phone', 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: OLDEST_ENGINES,
    supported: KNOWN,
    charset: 'utf8',
    tsconfigRaw: { compilerOptions: { target: 'ES2020' } },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

class Runs {
  constructor(
    private readonly phone: string,
    readonly pack: AppPackage,
  ) {}

  /** One run; an engine that ended without a word is a problem like any other. */
  async run({ command }: Ready, counter: Counter, given: Partial<Plan>): Promise<Found> {
    const plan: Plan = {
      job: 'pay',
      promise: 'own',
      pack: this.pack,
      stored: [],
      now: NOON,
      user: '1001',
      password: '123456',
      bills: BILLS,
      texts: [],
      ...given,
    };
    try {
      return await runEngine(command, this.phone, plan, (kind, value) =>
        counter.answer(kind, value),
      );
    } catch (error) {
      if (!(error instanceof EngineEndedError)) throw error;
      const none = { start: { page: NaN, data: NaN }, stored: [], now: plan.now, judged: [] };
      return { ...none, problems: [error.message] };
    }
  }
}

/** Three payments, then one that is cut off by a kill and found again. */
async function pay(runs: Runs, engine: Ready, promise: Plan['promise']): Promise<string[]> {
  const counter = new Counter(NOON);
  try {
    const paid = await runs.run(engine, counter, { promise });
    const problems = [...paid.problems, ...differences(counter.charges(), CHARGED)];
    if (problems.length > 0) return problems;
    return await killAndRecover(runs, engine, promise);
  } finally {
    await counter.sandbox.close();
  }
}

async function killAndRecover(
  runs: Runs,
  engine: Ready,
  promise: Plan['promise'],
): Promise<string[]> {
  const counter = new Counter(NOON);
  try {
    const plan = { promise, bills: INTERRUPTED };
    const killed = await runs.run(engine, counter, { ...plan, job: 'kill' });
    const again = { stored: killed.stored, now: killed.now + 5_000 };
    const recovered = await runs.run(engine, counter, { ...plan, job: 'recover', ...again });
    const charged = INTERRUPTED.map(({ bill, amount }) => `${bill} ${amount}`);
    return [...killed.problems, ...recovered.problems, ...differences(counter.charges(), charged)];
  } finally {
    await counter.sandbox.close();
  }
}

function differences(found: readonly string[], expected: readonly string[]): string[] {
  if (found.join() === expected.join()) return [];
  return [`the server has charged ${found.join(', ') || 'nothing'}, not ${expected.join(', ')}`];
}

/** What the rules say of each text, by the engine; compared with what Node's says. */
async function judge(runs: Runs, engine: Ready, texts: readonly string[]): Promise<Found> {
  const counter = new Counter(NOON);
  try {
    return await runs.run(engine, counter, { job: 'judge', texts });
  } finally {
    await counter.sandbox.close();
  }
}

/** What two engines say differently of a text: by how many judges, and the first few. */
function disagreements(
  texts: readonly string[],
  ours: readonly Judgement[],
  nodes: readonly Judgement[],
): string[] {
  const found = texts.flatMap((text, index) =>
    Object.entries(nodes[index] ?? {}).flatMap(([judge, expected]) => {
      const said = ours[index]?.[judge] ?? 'nothing';
      if (said === expected) return [];
      return [`${judge} of ${JSON.stringify(text)} is ${said}, by Node ${expected}`];
    }),
  );
  return found.length <= 5 ? found : [`${found.length} judgements differ`, ...found.slice(0, 5)];
}

/** ms to the first page and to its data. */
async function startTimes(runs: Runs, engines: readonly Ready[]): Promise<Map<string, number[]>> {
  const times = new Map(engines.map(({ name }) => [name, [[], []] as number[][]]));
  for (let turn = 0; turn < STARTS; turn += 1) {
    for (const engine of engines) {
      const counter = new Counter(NOON);
      const { start } = await runs.run(engine, counter, { job: 'start' });
      times
        .get(engine.name)
        ?.forEach((list, index) => list.push(index === 0 ? start.page : start.data));
      await counter.sandbox.close();
    }
  }
  const quartile = (list: number[]): number =>
    list.sort((a, b) => a - b)[Math.floor(list.length / 4)] ?? NaN;
  return new Map(Array.from(times, ([name, lists]) => [name, lists.map(quartile)]));
}

/** Each planted mistake must be told of by the engine it is meant for. */
async function tryPlants(
  phone: string,
  pack: AppPackage,
  engines: readonly Ready[],
): Promise<string[]> {
  const missed: string[] = [];
  for (const { name, engine, script, code, told } of PLANTS) {
    const ready = engines.find((one) => one.name === engine);
    if (ready === undefined) continue;
    const scripts = { ...pack.scripts, [script]: `${code}\n${pack.scripts[script] ?? ''}` };
    const problems = await pay(new Runs(phone, { ...pack, scripts }), ready, 'own');
    const caught = problems.some((problem) => told.test(problem));
    console.log(`${caught ? 'ok    ' : 'FAILED'} planted: ${name}, on ${engine}`);
    if (caught) continue;
    console.log(`       told was: ${problems.join('; ') || 'nothing'}`);
    missed.push(`${name} on ${engine} was not told of`);
  }
  return missed;
}

async function main(): Promise<number> {
  const folder = argument('--package') ?? uploaded();
  const built = buildEngines();
  const engines = built.filter((one): one is Ready => one.command !== null);
  const missing = built.filter(({ command }) => command === null);
  for (const { name, missing: why } of missing) console.log(`missing: ${name}: ${why}`);

  const pack = readPackage(folder);
  const phone = await compilePhone();
  const runs = new Runs(phone, pack);
  const texts = judgedTexts();
  const node = engines.find(({ name }) => name === 'node');
  if (node === undefined) throw new Error('this Node is not among the engines');
  const nodes = await judge(runs, node, texts);
  const problems: string[] = [];
  const note = (name: string, what: string, found: readonly string[]): void => {
    console.log(`${found.length === 0 ? 'ok    ' : 'FAILED'} ${name}: ${what}`);
    for (const problem of found) {
      console.log(`       ${problem}`);
      problems.push(`${name}: ${problem}`);
    }
  };
  for (const engine of engines) {
    for (const promise of PROMISES) {
      const whose = promise === 'own' ? '' : ', a Promise over setTimeout';
      const found = await pay(runs, engine, promise);
      note(engine.name, `three payments, every page, a kill and its recovery${whose}`, found);
    }
    const { judged, problems: broken } = await judge(runs, engine, texts);
    const found = [...broken, ...disagreements(texts, judged, nodes.judged)];
    note(engine.name, `${texts.length} texts judged as by Node`, found);
  }
  problems.push(...(await tryPlants(phone, pack, engines)));

  const times = await startTimes(runs, engines);
  const rows = engines.map(({ name, of }) => [
    name,
    of,
    ...(times.get(name) ?? []).flatMap((ms, index) => {
      const ratio = ms / (times.get('node')?.[index] ?? NaN);
      return ms > 0 ? [ms.toFixed(1), ratio.toFixed(2)] : ['—', '—'];
    }),
  ]);
  console.log(
    `\n${table([['engine', 'whose', 'page, ms', '÷ node', 'data, ms', '÷ node'], ...rows])}\n`,
  );
  // A check that may be left out is none: .ci/run asks for all of them.
  if (process.env['ENGINES'] === 'required')
    problems.push(...missing.map((one) => `missing: ${one.name}: ${one.missing}`));
  console.log(`engines: ${engines.length} of ${built.length} engines, ${problems.length} problems`);
  return problems.length === 0 ? 0 : 1;
}

/** What goes to WeChat, made first where it is older than the sources. */
function uploaded(): string {
  if (!isUpToDate(UPLOADED)) {
    const problem = runNpm(path.resolve(__dirname, '..', '..'), ['run', 'wechat:check']);
    if (problem !== null) throw new Error(`there is no package to try: ${problem}`);
  }
  return UPLOADED;
}

function argument(name: string): string | null {
  const at = process.argv.indexOf(name);
  return at === -1 ? null : (process.argv[at + 1] ?? null);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
    process.exitCode = 1;
  },
);
