// Runs a script on Node's engine with nothing of Node in its sight: `node node.cjs SCRIPT`.
// Node 15 knows no `node:` names. The script finds print, readLine and seconds, and is asked for turn() until that gives false.
const { readFileSync, readSync, writeSync } = require('fs');
const { createContext, runInContext } = require('vm');

const STDIN = 0;
const STDOUT = 1;
let unread = Buffer.alloc(0);

/** @param {string} text */
function print(text) {
  let rest = Buffer.from(`${text}\n`);
  while (rest.length > 0) rest = rest.subarray(patiently(() => writeSync(STDOUT, rest)));
}

/** @returns {string} the next line, '' at the end */
function readLine() {
  for (;;) {
    const end = unread.indexOf('\n');
    if (end >= 0) {
      const line = unread.toString('utf8', 0, end);
      unread = unread.subarray(end + 1);
      return line;
    }
    const chunk = Buffer.alloc(65_536);
    const count = patiently(() => readSync(STDIN, chunk, 0, chunk.length, null));
    if (count === 0) return '';
    unread = Buffer.concat([unread, chunk.subarray(0, count)]);
  }
}

/** A pipe that is not ready is tried again. @param {() => number} call @returns {number} */
function patiently(call) {
  for (;;) {
    try {
      return call();
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

const seconds = () => Number(process.hrtime.bigint()) / 1e9;
const context = createContext({ print, readLine, seconds });

/** @param {string} source @returns {unknown} */
function run(source) {
  try {
    return runInContext(source, context, { filename: 'app-service.js' });
  } catch (error) {
    print(`EXCEPTION ${String(error)}`);
    process.exit(1);
  }
}

/** In a turn of its own, so that what was put off has run before the next. */
function next() {
  setImmediate(() => {
    if (run('turn()')) next();
    else setImmediate(() => process.exit(0));
  });
}

run(readFileSync(process.argv[2] ?? '', 'utf8'));
next();
