import { mutant, type Mutant } from './mutants/mutant';
import { ofAnswers } from './mutants/of-answers';
import { ofTheCall } from './mutants/of-the-call';
import { ofTheWatch } from './mutants/of-the-watch';
import { tryMutant, type Verdict } from './mutants/trial';
import { PAYMENTS_A_SEED } from './run/payments-a-seed';

/** How many seeds a mutant has to survive. CI's budget is more than twice this. */
const SEEDS = 320;
const AT_ONCE = 2;

/** Nothing is wrong with it: it must survive, or the table below means nothing. */
const unchanged = mutant('(nothing changed)', 'core/attempt.ts', 'UNDECIDED: ', 'UNDECIDED: ');

/** `npm run faults:mutants [-- part of a name]`: can the simulation fail? */
async function main(): Promise<number> {
  const wanted = process.argv.slice(2).join(' ');
  const mutants = [...ofTheCall, ...ofAnswers, ...ofTheWatch].filter(({ name }) =>
    name.includes(wanted),
  );
  const queue: Mutant[] = wanted === '' ? [unchanged, ...mutants] : [...mutants];
  console.log(`${mutants.length} mutants, each up to ${SEEDS * PAYMENTS_A_SEED} payments`);
  const verdicts: Verdict[] = [];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const verdict = await tryMutant(next, SEEDS).catch((error: unknown) => {
        // A mutant whose place is gone proves nothing: it counts as a survivor until it is mended.
        console.error(error);
        return { name: next.name, by: null, payments: 0, seconds: 0 };
      });
      verdicts.push(verdict);
      console.log(line(verdict));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
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
