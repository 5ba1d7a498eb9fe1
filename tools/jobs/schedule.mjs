/**
 * A command that ends by itself.
 * @typedef {object} Job
 * @property {string} name
 * @property {string[]} command
 * @property {number} [cores] how many it keeps busy; 0: it mostly waits for the network. 1 unless told
 * @property {string[]} [after] jobs that must have ended, well or not
 */

/**
 * What a job came to.
 * @typedef {object} Ended
 * @property {boolean} passed
 * @property {string} text what it printed
 * @property {number} seconds
 */

/**
 * Runs each job once, as many at a time as there are cores for; who comes first in the list starts
 * first, unless it has to wait and a later one does not.
 * @template {Job} J
 * @param {readonly J[]} jobs
 * @param {number} cores
 * @param {(job: J) => Promise<void>} run
 * @returns {Promise<void>} when all have ended
 */
export async function runAll(jobs, cores, run) {
  checkOrder(jobs);
  const waiting = [...jobs];
  /** @type {Map<J, Promise<void>>} */
  const running = new Map();
  const ended = new Set();
  /** @param {J} job */
  const isReady = ({ after = [], cores: needed = 1 }) =>
    after.every((name) => ended.has(name)) &&
    // One that wants more than there is runs alone.
    Math.min(needed, cores) <= cores - coresOf([...running.keys()]);
  /** @param {J} job */
  const start = async (job) => {
    await run(job);
    running.delete(job);
    ended.add(job.name);
  };
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex(isReady);
    const [job] = next === -1 ? [] : waiting.splice(next, 1);
    if (job === undefined) await Promise.race(running.values());
    else running.set(job, start(job));
  }
}

/** @param {readonly Job[]} jobs */
const coresOf = (jobs) => jobs.reduce((sum, { cores = 1 }) => sum + cores, 0);

/** Who waits for a job further down, or for none at all, would wait for ever. @param {readonly Job[]} jobs */
function checkOrder(jobs) {
  const before = new Set();
  for (const { name, after = [] } of jobs) {
    const unknown = after.find((other) => !before.has(other));
    if (unknown !== undefined) throw new Error(`${name} waits for ${unknown}, not above it`);
    before.add(name);
  }
}
