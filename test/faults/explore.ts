import { explore } from './explore/explore';

/** Enough for every state and every change of state; a minute. `-- 40` goes on until nothing is left. */
const DEEPEST = 11;

/** `npm run faults:explore`: every order of a bounded set of events for one attempt. */
async function main(): Promise<number> {
  let failed = false;
  for (const due of [2_000, 5_000] as const) {
    const began = performance.now();
    const found = await explore(due, Number(process.argv[2] ?? DEEPEST));
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${due === 2_000 ? 'the whole bill' : 'a part of the bill'}, ${seconds} s`);
    const whole = found.closed ? 'nothing new is left' : 'more is left';
    console.log(`  situations ${found.situations}, steps ${found.steps}`);
    console.log(`  up to ${found.depth - 1} events in a row: ${whole}`);
    console.log(`  states ${found.states.size}: ${[...found.states].sort().join(', ')}`);
    console.log(`  transitions ${found.transitions.size}:`);
    for (const transition of [...found.transitions].sort()) console.log(`    ${transition}`);
    console.log(`  residual (declined and unmoved, delivered twice, charged): ${found.residual}`);
    for (const { path, rule } of found.broken) console.log(`  BROKEN ${rule}: ${path.join(' ')}`);
    failed ||= found.broken.length > 0;
  }
  return failed ? 1 : 0;
}

void main().then((code) => (process.exitCode = code));
