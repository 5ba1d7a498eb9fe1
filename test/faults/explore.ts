import type { Explored } from './explore/explore';
import type { Due } from './explore/server-side';
import type { Share } from './explore/worker';
import { COMPILED, compile } from './run/build';
import { inWorker } from './run/in-worker';

/** Enough for every state and every change of state; a minute. `-- 40` goes on until nothing is left. */
const DEEPEST = 11;

/** `npm run faults:explore`: every order of a bounded set of events for one attempt. */
async function main(): Promise<number> {
  const deepest = Number(process.argv[2] ?? DEEPEST);
  const script = await compile('explore/worker', COMPILED);
  const dues: readonly Due[] = [2_000, 5_000];
  const explorations = dues.map(async (due) => {
    const began = performance.now();
    const share: Share = { due, deepest };
    const found = await inWorker<Explored>(script, share);
    return { due, found, seconds: (performance.now() - began) / 1000 };
  });
  let failed = false;
  for (const { due, found, seconds } of await Promise.all(explorations)) {
    tell(due, found, seconds);
    failed ||= found.broken.length > 0;
  }
  return failed ? 1 : 0;
}

function tell(due: Due, found: Explored, seconds: number): void {
  console.log(
    `${due === 2_000 ? 'the whole bill' : 'a part of the bill'}, ${seconds.toFixed(1)} s`,
  );
  const whole = found.closed ? 'nothing new is left' : 'more is left';
  console.log(`  situations ${found.situations}, steps ${found.steps}`);
  console.log(`  up to ${found.depth - 1} events in a row: ${whole}`);
  console.log(`  states ${found.states.size}: ${[...found.states].sort().join(', ')}`);
  console.log(`  transitions ${found.transitions.size}:`);
  for (const transition of [...found.transitions].sort()) console.log(`    ${transition}`);
  console.log(`  residual (declined and unmoved, delivered twice, charged): ${found.residual}`);
  for (const { path, rule } of found.broken) console.log(`  BROKEN ${rule}: ${path.join(' ')}`);
}

void main().then((code) => (process.exitCode = code));
