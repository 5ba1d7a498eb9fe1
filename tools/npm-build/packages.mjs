import { readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * @typedef {object} NpmPackage
 * @property {string} name as written in `dependencies`
 * @property {string} root absolute folder of the installed package
 * @property {string | undefined} miniprogram the folder made for mini programs, when the package has one
 * @property {string} main the file everybody else starts from
 */

/**
 * The packages WeChat's npm build packs: every entry of `dependencies`, and nothing else.
 * @param {string} projectRoot
 * @returns {Promise<NpmPackage[]>}
 */
export async function listPackages(projectRoot) {
  const { dependencies = {} } = await readManifest(projectRoot);
  return Promise.all(Object.keys(dependencies).map((name) => readPackage(projectRoot, name)));
}

/** @param {string} projectRoot @param {string} name @returns {Promise<NpmPackage>} */
async function readPackage(projectRoot, name) {
  const root = path.join(projectRoot, 'node_modules', name);
  const manifest = await readManifest(root);
  return { name, root, miniprogram: manifest.miniprogram, main: manifest.main ?? 'index.js' };
}

/**
 * @param {string} folder
 * @returns {Promise<{ miniprogram?: string, main?: string, dependencies?: Record<string, string> }>}
 */
async function readManifest(folder) {
  const file = path.join(folder, 'package.json');
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new Error(`cannot read ${file}: is the package installed?`, { cause });
  }
}
