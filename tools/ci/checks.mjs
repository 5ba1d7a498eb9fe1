/**
 * What a fresh clone must pass.
 * @typedef {object} Extra
 * @property {boolean} [prepares] no check: whoever needs what it makes tells that it is missing
 * @typedef {import('../jobs/schedule.mjs').Job & Extra} Check
 */

/** The project's tests: each of them counts, where another check counts as one. */
export const TESTS = 'npm test';

/**
 * @param {string} name a script of package.json
 * @param {Pick<Check, 'cores' | 'after'>} how
 * @param {string[]} args for the script
 * @returns {Check}
 */
const script = (name, how, ...args) => ({
  name: `npm run ${name}`,
  command: ['npm', 'run', name, ...(args.length > 0 ? ['--', ...args] : [])],
  ...how,
  after: [TESTS, ...(how.after ?? [])],
});

const BROWSER = 'the browser';
const PREPARED = 'the compiler and the engines';
const PACKAGE = 'npm run wechat:check';

/**
 * Two cores: browsers must not wait for others, so nothing that computes runs beside them. The longest of
 * those with one thread come first.
 * @type {readonly Check[]}
 */
export const checks = [
  // Apart from the next: two of apt-get at a time refuse each other.
  { name: BROWSER, command: ['node', 'tools/browser.mjs'], cores: 0, prepares: true },
  {
    name: PREPARED,
    command: ['npx', '--no-install', 'tsx', 'tools/ci/prepare.ts'],
    cores: 0,
    after: [BROWSER],
    prepares: true,
  },
  { name: TESTS, command: ['npm', 'test'], cores: 2, after: [BROWSER] },
  // WeChat's own compiler on the app. Two of the checks below run what it made.
  script('wechat:check', { after: [PREPARED] }),
  script('lint', {}, '--one-at-a-time'),
  // Every parser of outside data meets 100,000 generated inputs.
  script('fuzz', {}),
  // What goes up, on the script engines of phones; one that is missing fails unless ENGINES=optional.
  script('engines', { after: [PACKAGE] }),
  // Every order of up to 11 events for one attempt.
  script('faults:explore', { cores: 2 }),
  // Mistakes planted for WeChat's compiler.
  script('wechat:test', { after: [PREPARED] }),
  // Payments by the package that goes up.
  script('wechat:e2e', { cores: 2, after: [PACKAGE] }),
  // 20,000 payments with every fault; then whether the simulation can fail at all.
  script('faults', { cores: 2 }),
  script('faults:mutants', { cores: 2, after: ['npm run faults'] }, '--control-from-faults'),
];
