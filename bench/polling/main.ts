// `npm run bench:polling`: our schedule of queries against the field's, on virtual time.
import { settings } from '../../miniprogram/config/settings';
import { ANSWER_AFTER, TILLS } from './assumptions';
import { type Distribution, distributions, drawConfirmation } from './distributions';
import { frontier } from './frontier';
import { betterOnBoth, GOAL, reachesGoal } from './judge';
import { peakInStep, peakLoad } from './load';
import { measureAll, type Measure } from './measure';
import { type Options, readOptions } from './options';
import { fieldPolicies, ourPolicy, type Policy } from './policies';
import { seededFraction } from './random';
import { delayTable, frontierTable, heading, LEGEND, mainTable, type Peaks } from './report';
import { figure, seconds } from './table';

/** Tills of the outage after which all ask in step. */
const TILLS_IN_STEP = 10_000;

const policies: readonly Policy[] = [
  ourPolicy('ours', settings.watch),
  ourPolicy('ours, no jitter', { ...settings.watch, jitter: 0 }),
  ...fieldPolicies,
];

function draw(
  distribution: Distribution,
  stream: number,
  { seed, payments }: Options,
): Float64Array {
  const random = seededFraction(seed, stream);
  return Float64Array.from({ length: payments }, () => drawConfirmation(distribution, random));
}

function peaksOf(policy: Policy, distribution: Distribution, seed: number): Peaks {
  // The same customers for every policy.
  const customers = seededFraction(seed, 200);
  const random = seededFraction(seed, 201);
  const confirmation = (): number => drawConfirmation(distribution, customers);
  return {
    steady: TILLS.map((tills) => peakLoad(policy, tills, confirmation, random)),
    inStep: peakInStep(policy, TILLS_IN_STEP, confirmation, random),
  };
}

/** Ours, and the five that it is compared with. */
function sides(measures: readonly Measure[]): { ours: Measure; field: Measure[] } {
  const [ours, ...others] = measures;
  if (ours === undefined) throw new Error('no policy was measured');
  return { ours, field: others.filter(({ policy }) => fieldPolicies.includes(policy)) };
}

function run(options: Options): boolean {
  const [stated, ...others] = distributions;
  const { seed, payments } = options;
  console.log(`${figure(payments)} payments from each distribution, seed ${seed}\n`);

  const confirmations = draw(stated, 0, options);
  const measures = measureAll(policies, confirmations, seed);
  console.log(`${heading(stated)}\n`);
  console.log(
    mainTable(
      measures.map((measure) => ({ measure, peaks: peaksOf(measure.policy, stated, seed) })),
    ),
  );
  console.log(`\n${LEGEND}\n`);

  const { ours, field } = sides(measures);
  const optima = frontier(confirmations, settings.watch.minimumWatch - ANSWER_AFTER);
  console.log(`${frontierTable(optima, ours, stated)}\n`);

  let beaten = betterOnBoth(ours, field);
  others.forEach((distribution, index) => {
    const sensitivity = measureAll(policies, draw(distribution, index + 1, options), seed);
    console.log(`${heading(distribution)}\n\n${delayTable(sensitivity)}\n`);
    const both = sides(sensitivity);
    beaten = [...beaten, ...betterOnBoth(both.ours, both.field)];
  });

  const names = beaten.map(({ policy }) => policy.name).join(', ');
  console.log(`better than ours on both delay and queries: ${names === '' ? 'none' : names}`);
  const reached = reachesGoal(ours);
  console.log(
    `goal of ${seconds(GOAL.meanDelay)} at ${GOAL.queries} queries: ${reached ? 'reached' : 'missed'}`,
  );
  return reached && beaten.length === 0;
}

try {
  process.exitCode = run(readOptions(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
