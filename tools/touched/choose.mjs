import path from 'node:path';
import { SPEC_TABLE } from './spec-table.mjs';

/**
 * What is run, and what an edit concerns too but would take too long.
 * @typedef {{ run: string[], left: string[] }} Choice
 */

const E2E = 'test/e2e/';
const SPEC = '.spec.ts';
const TEST = '.test.ts';

/**
 * The specs that concern a file, the most telling first.
 * @param {string} file from the project's folder
 * @returns {readonly string[]} from test/e2e, without ending
 */
export function specsOf(file) {
  if (file.startsWith(E2E) && file.endsWith(SPEC)) return [file.slice(E2E.length, -SPEC.length)];
  const fitting = Object.keys(SPEC_TABLE).filter((start) => file.startsWith(start));
  const [longest = ''] = fitting.sort((a, b) => b.length - a.length);
  return SPEC_TABLE[longest] ?? [];
}

/**
 * Every file's most telling spec comes before any file's second.
 * @param {readonly string[]} files changed
 * @param {number} most
 * @returns {Choice}
 */
export function chooseSpecs(files, most) {
  const lists = files.map(specsOf);
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const inTurn = Array.from({ length: longest }, (_, turn) =>
    lists.flatMap((list) => list[turn] ?? []),
  );
  return cut(inTurn.flat(), most);
}

/**
 * Of the unit tests that a changed file concerns: first the changed ones, then those named after it, then
 * those that import it.
 * @param {readonly string[]} files changed
 * @param {readonly string[]} all every unit test
 * @param {readonly string[]} related what imports a changed file, as jest says
 * @param {number} most
 * @returns {Choice}
 */
export function chooseTests(files, all, related, most) {
  const changed = all.filter((test) => files.includes(test));
  const named = all.filter((test) => files.some((file) => isNamedAfter(test, file)));
  return cut([...changed, ...named, ...related], most);
}

/**
 * `test/pages/collect-bill.test.ts` after each file of `miniprogram/pages/collect/`; jest does not know,
 * because pages are loaded by name.
 * @param {string} test
 * @param {string} file
 */
function isNamedAfter(test, file) {
  const [top, ...rest] = file.split('/');
  const [layer, ...below] = top === 'miniprogram' ? rest : [top, ...rest];
  if (layer === undefined || !test.startsWith(`test/${layer}/`)) return false;
  const name = path.basename(test, TEST);
  const stem = layer === 'pages' || layer === 'components' ? below[0] : path.parse(file).name;
  return stem !== undefined && (name === stem || name.startsWith(`${stem}-`));
}

/** @param {readonly string[]} list @param {number} most @returns {Choice} */
function cut(list, most) {
  const once = [...new Set(list)];
  return { run: once.slice(0, most), left: once.slice(most) };
}
