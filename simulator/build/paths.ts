import { posix } from 'node:path';
import type { SourceTree } from './source-tree';

/** Where npm packages live on a phone: nothing else can be required by a bare name. */
export const NPM_FOLDER = 'miniprogram_npm';

export const isNpmPath = (path: string): boolean => path.startsWith(`${NPM_FOLDER}/`);

/** The path a specifier names, seen from `from`; without an ending, relative to the root. */
export function joinPath(from: string, specifier: string): string {
  if (specifier.startsWith('/')) return posix.normalize(specifier.slice(1));
  return posix.join(posix.dirname(from), specifier);
}

const isRelative = (specifier: string): boolean => /^\.{0,2}\//.test(specifier);

/**
 * The candidates for `specifier`: first the file as WeChat reads it (relative to the asking file,
 * even without `./`), then the npm packages.
 */
function candidates(from: string, specifier: string, bareIsRelative: boolean): string[] {
  if (isRelative(specifier)) return [joinPath(from, specifier)];
  const npm = `${NPM_FOLDER}/${specifier}`;
  return bareIsRelative ? [joinPath(from, specifier), npm] : [npm];
}

/** The root-relative path of the script that `require(specifier)` loads, or undefined. */
export function resolveScript(
  tree: SourceTree,
  from: string,
  specifier: string,
): string | undefined {
  for (const base of candidates(from, specifier, false)) {
    const tries = [base, `${base}.ts`, `${base}.js`, `${base}/index.ts`, `${base}/index.js`];
    const found = tries.find((path) => /\.(ts|js)$/.test(path) && tree.has(path));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The component (a path without an ending) that an entry of `usingComponents` names. */
export function resolveComponent(
  tree: SourceTree,
  from: string,
  specifier: string,
): string | undefined {
  for (const base of candidates(from, specifier, true)) {
    const tries = [base, `${base}/index`];
    const found = tries.find((path) => tree.has(`${path}.json`));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The name under which a module is registered: its path with `.js`, as on a phone. */
export const moduleId = (path: string): string => path.replace(/\.ts$/, '.js');
