import { judgeEnd, type Money, noMoney } from '../judge/end';
import type { Residual, Violation } from '../judge/verdicts';
import type { FaultKind } from '../model/fault-kinds';
import { PAYMENTS_A_SEED } from './payments-a-seed';
import { World } from './world';

/** A shop that cannot reach its payments in this time closes all the same, ms. */
const LONGEST_DAY = 3_600_000;
/** Long enough for every customer, watch and session to come to its end, ms. */
const EVENING = 300_000;
export interface SeedResult {
  readonly seed: number;
  /** Attempts that were durably submitted. */
  readonly payments: number;
  readonly posts: number;
  readonly queries: number;
  readonly steps: number;
  readonly injected: ReadonlyMap<FaultKind, number>;
  readonly residuals: ReadonlyMap<Residual, number>;
  readonly refusals: ReadonlyMap<string, number>;
  readonly money: Money;
  readonly violations: readonly Violation[];
}

/** Out of the script or test that calls: from here on `drained` waits for the microtasks. */
const begun = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Lets every promise that can go on do so: Node takes the next tick when no microtask is left. */
const drained = (): Promise<void> =>
  new Promise((resolve) => {
    process.nextTick(resolve);
  });

/** Far more than any shop needs: beyond it the app asks without end. */
const MOST_STEPS = 100_000;

/** Runs the shop of one seed, and checks every invariant after every step. */
export async function simulate(
  seed: number,
  trace: ((line: string) => void) | null = null,
  payments: number = PAYMENTS_A_SEED,
): Promise<SeedResult> {
  await begun();
  const world = new World({ seed, payments, trace });
  const { timeline, judge, weather } = world;
  const { violations } = judge.verdicts;
  let steps = 0;

  async function run(until: number, goesOn: () => boolean): Promise<void> {
    while (violations.length === 0 && goesOn() && timeline.step(until)) {
      const phones = world.takeTouched();
      if (phones.length === 0) continue;
      steps += 1;
      if (steps > MOST_STEPS) judge.verdicts.add('the app comes to rest', 'it never does');
      await drained();
      for (const phone of phones) judge.afterStep(phone);
    }
  }

  await run(timeline.now + LONGEST_DAY, () => world.wantsMore());
  weather.clearUp();
  for (const phone of world.phones) {
    phone.online = true;
    phone.storageFull = false;
    phone.unreadableUntil = 0;
    timeline.after(0, () => phone.show());
    timeline.after(EVENING / 2, () =>
      phone.process?.deliver(() => phone.process?.services?.attempts.save()),
    );
  }
  await run(timeline.now + EVENING, () => true);

  const money = noMoney();
  if (violations.length === 0) {
    for (const phone of world.phones) judgeEnd(world, judge.of(phone), money);
  }
  let queries = 0;
  for (const phone of world.phones) queries += judge.of(phone).reads.queries;
  for (const { rule, text } of violations) world.log(`VIOLATION ${rule}: ${text}`);
  return {
    seed,
    payments: world.payments,
    posts: judge.posts.length,
    queries,
    steps,
    injected: weather.injected,
    residuals: judge.verdicts.residuals,
    refusals: world.refusals,
    money,
    violations,
  };
}
