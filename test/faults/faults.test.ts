import { simulate, type SeedResult } from './run/simulate';
import { addSeed, noTotals } from './run/totals';
import { unexplained } from './run/report';

jest.mock('crypto-js', () => jest.requireActual<object>('./model/fake-crypto-js'));

/** A taste: `npm run faults` runs far more, and CI does. */
const SEEDS = 60;

beforeAll(() => {
  Error.stackTraceLimit = 0;
});

afterAll(() => {
  Error.stackTraceLimit = 10;
});

test('whatever fails, no rule is broken and no fen is unexplained', async () => {
  const totals = noTotals();
  for (let seed = 1; seed <= SEEDS; seed += 1) addSeed(totals, await simulate(seed));
  expect(totals.failures).toEqual([]);
  expect(unexplained(totals)).toBe(0);
  expect(totals.payments).toBeGreaterThan(SEEDS * 15);
  expect(totals.money.bySystem).toBeGreaterThan(0);
}, 60_000);

test('a seed replays to the last step, traced or not', async () => {
  const told = async (traced: boolean): Promise<[SeedResult, string[]]> => {
    const lines: string[] = [];
    return [await simulate(7, traced ? (line) => void lines.push(line) : null), lines];
  };
  const [first, lines] = await told(true);
  const [second, again] = await told(true);
  const [third] = await told(false);
  expect(second).toEqual(first);
  expect(third).toEqual(first);
  expect(again).toEqual(lines);
  expect(lines.length).toBeGreaterThan(100);
});

test('different seeds are different days', async () => {
  const [a, b] = [await simulate(1), await simulate(2)];
  expect(a.steps).not.toBe(b.steps);
});
