import path from 'node:path';
import { COMPILED, compile } from './run/build';
import { inWorker } from './run/in-worker';
import { runMany } from './run/many';
import type { Replay } from './run/replay';
import { unexplained } from './run/report';
import type { SeedResult } from './run/simulate';

/** A taste: `npm run faults` runs far more, and CI does. */
const SEEDS = 60;

let worker: string;
let replay: string;

// Compiled and outside of jest's own world of globals it takes a fraction of the time.
beforeAll(async () => {
  const folder = path.join(COMPILED, 'test');
  worker = await compile('run/worker', folder);
  replay = await compile('run/replay', folder);
});

async function run(seed: number, tell?: (line: string) => void): Promise<SeedResult> {
  const what: Replay = { seed, traced: tell !== undefined };
  return inWorker(replay, what, tell);
}

test('whatever fails, no rule is broken and no fen is unexplained', async () => {
  const totals = await runMany(worker, 1, SEEDS, 1);
  expect(totals.failures).toEqual([]);
  expect(unexplained(totals)).toBe(0);
  expect(totals.seeds).toBe(SEEDS);
  expect(totals.payments).toBeGreaterThan(SEEDS * 15);
  expect(totals.money.bySystem).toBeGreaterThan(0);
}, 60_000);

test('a seed replays to the last step, traced or not', async () => {
  const told = async (): Promise<[SeedResult, string[]]> => {
    const lines: string[] = [];
    return [await run(7, (line) => void lines.push(line)), lines];
  };
  const [first, lines] = await told();
  const [second, again] = await told();
  const third = await run(7);
  expect(second).toEqual(first);
  expect(third).toEqual(first);
  expect(again).toEqual(lines);
  expect(lines.length).toBeGreaterThan(100);
});

test('different seeds are different days', async () => {
  const [a, b] = [await run(1), await run(2)];
  expect(a.steps).not.toBe(b.steps);
});
