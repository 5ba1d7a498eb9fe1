// `npm run lint`: every part runs, and each that failed is told. `-- --one-at-a-time` leaves the other
// core to somebody else.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { endJobsWithUs, runJob } from './jobs/process.mjs';
import { runAll } from './jobs/schedule.mjs';
import { FOLDERS } from './lint/folders.mjs';

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/** Programs live as long as their folder is checked: collecting them again and again is lost time. */
const TYPED = ['node', '--max-semi-space-size=128', 'tools/lint/typed.mjs'];

/** As much work as all others together. */
const LARGEST = 'test';

/**
 * @param {string} name
 * @param {string} line
 * @returns {import('./jobs/schedule.mjs').Job}
 */
const npx = (name, line) => ({ name, command: ['npx', '--no-install', ...line.split(' ')] });

/** The longest first. @type {import('./jobs/schedule.mjs').Job[]} */
const parts = [
  { name: `types and eslint, ${LARGEST}`, command: [...TYPED, LARGEST] },
  {
    name: 'types and eslint, all else',
    command: [...TYPED, ...FOLDERS.filter((folder) => folder !== LARGEST)],
  },
  npx('prettier', 'prettier --check .'),
  npx(
    'imports',
    'depcruise --config dependency-cruiser.config.mjs miniprogram simulator sandbox bench tools test',
  ),
  npx('dead code', 'knip --config knip.config.mjs --treat-config-hints-as-errors'),
  npx('dead files of the app', 'knip --config knip.config.mjs --production --include files'),
  npx('templates', 'tsx tools/check-wxml.ts'),
  npx('stylelint', 'stylelint miniprogram/**/*.wxss'),
];

const cores = process.argv.includes('--one-at-a-time') ? 1 : 2;
/** @param {string} text */
const tell = (text) => process.stdout.write(text);
/** @type {string[]} */
const failed = [];

endJobsWithUs(tell);
await runAll(parts, cores, async (part) => {
  const { passed, text, seconds } = await runJob(part, path.resolve('.cache/lint'));
  if (!passed) failed.push(part.name);
  // Of a part that passed, what it printed is of no use.
  tell(
    `${passed ? '' : text}${passed ? 'ok    ' : 'FAILED'} ${part.name}, ${seconds.toFixed(0)} s\n`,
  );
});
tell(failed.length === 0 ? 'lint: nothing found\n' : `lint: failed: ${failed.join('; ')}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
