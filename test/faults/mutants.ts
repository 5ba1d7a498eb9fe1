import { whyNoControl } from './mutants/control';
import { mutant, type Mutant } from './mutants/mutant';
import { ofAnswers } from './mutants/of-answers';
import { ofTheCall } from './mutants/of-the-call';
import { ofTheWatch } from './mutants/of-the-watch';
import { type Show, showSeeds, tryMutant, type Verdict } from './mutants/trial';
import { fingerprint, keptOutcome } from './run/outcome';
import { PAYMENTS_A_SEED } from './run/payments-a-seed';

/** How many seeds a mutant has to survive. CI's budget is more than twice this. */
const SEEDS = 320;
const AT_ONCE = 2;
const FROM_FAULTS = '--control-from-faults';

const all: readonly Mutant[] = [...ofTheCall, ...ofAnswers, ...ofTheWatch];

/** Nothing is wrong with it: it must survive, or the table below means nothing. */
const unchanged: Mutant = {
  ...mutant('(nothing changed)', 'core/attempt.ts', 'UNDECIDED: ', 'UNDECIDED: '),
  tests: [...new Set(all.flatMap(({ tests = [] }) => tests))],
};

/**
 * `npm run faults:mutants [-- part of a name]`: can the simulation fail? With --control-from-faults the
 * seeds of the unchanged app are left to the last `npm run faults`, if it proved as much.
 */
async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const wanted = args.filter((arg) => arg !== FROM_FAULTS).join(' ');
  const mutants = all.filter(({ name }) => name.includes(wanted));
  const queue: Mutant[] = wanted === '' ? [unchanged, ...mutants] : [...mutants];
  console.log(`${mutants.length} mutants, each up to ${SEEDS * PAYMENTS_A_SEED} payments`);
  const own = showSeeds(SEEDS);
  const control = args.includes(FROM_FAULTS) ? fromFaults(own) : own;
  const verdicts: Verdict[] = [];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const show = next === unchanged ? control : own;
      const verdict = await tryMutant(next, show).catch((error: unknown) => {
        // A mutant whose place is gone proves nothing: it counts as a survivor until it is mended.
        console.error(error);
        const by = next === unchanged ? 'it could not be run' : null;
        return { name: next.name, by, payments: 0, seconds: 0 };
      });
      verdicts.push(verdict);
      console.log(line(verdict));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return conclude(mutants, verdicts);
}

/** What `npm run faults` has proved of the unchanged app need not be proved again. */
function fromFaults(own: Show): Show {
  return async (script) => {
    const outcome = keptOutcome();
    const needed = { seeds: SEEDS, payments: SEEDS * PAYMENTS_A_SEED };
    const reason = whyNoControl(outcome, { ...needed, sources: fingerprint(script) });
    if (reason === null) return { by: null, payments: outcome?.payments ?? 0 };
    console.log(`the last npm run faults does not stand for the control: ${reason}`);
    return own(script);
  };
}

/** @returns the exit code */
function conclude(mutants: readonly Mutant[], verdicts: readonly Verdict[]): number {
  const survivors = verdicts.filter(({ name, by }) => by === null && name !== unchanged.name);
  const control = verdicts.find(({ name }) => name === unchanged.name);
  console.log(`${mutants.length - survivors.length} of ${mutants.length} caught`);
  for (const { name } of survivors) console.log(`survived: ${name}`);
  const sound = control === undefined || control.by === null;
  if (!sound) console.log(`the unchanged app was "caught" as well: ${control.by}`);
  return survivors.length === 0 && sound && mutants.length > 0 ? 0 : 1;
}

function line({ name, by, payments, seconds }: Verdict): string {
  const cost = `${payments} payments, ${seconds.toFixed(1)} s`;
  return `  ${name.padEnd(58)} ${(by ?? 'survived').padEnd(52)} ${cost}`;
}

void main().then((code) => (process.exitCode = code));
