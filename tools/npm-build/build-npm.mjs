import { cp, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { bundlePackage } from './bundle.mjs';
import { listPackages } from './packages.mjs';

/**
 * Produces `miniprogram/miniprogram_npm` by WeChat's official rule, so that DevTools needs no menu
 * step: a package with a `miniprogram` folder is copied from there as it is, any other one is packed
 * from its `main`.
 *
 * Everything is built aside and swapped in at the end: a failure leaves the former build in place.
 * @param {string} projectRoot
 * @returns {Promise<string[]>} the names of the packages built
 */
export async function buildNpm(projectRoot) {
  const target = path.join(projectRoot, 'miniprogram', 'miniprogram_npm');
  const aside = path.join(projectRoot, '.cache', `miniprogram_npm-${process.pid}`);
  await rm(aside, { recursive: true, force: true });
  try {
    const packages = await listPackages(projectRoot);
    await Promise.all(packages.map((one) => buildPackage(one, path.join(aside, one.name))));
    await mkdir(path.dirname(target), { recursive: true });
    await rm(target, { recursive: true, force: true });
    await rename(aside, target);
    return packages.map((one) => one.name);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** @param {import('./packages.mjs').NpmPackage} npmPackage @param {string} target */
async function buildPackage(npmPackage, target) {
  await mkdir(target, { recursive: true });
  if (npmPackage.miniprogram === undefined) return bundlePackage(npmPackage, target);
  return cp(path.join(npmPackage.root, npmPackage.miniprogram), target, { recursive: true });
}
