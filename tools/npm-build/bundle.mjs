import { builtinModules } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';

const BUILTIN = new RegExp(`^(node:)?(${builtinModules.map(escapeRegExp).join('|')})$`);

/**
 * On a phone `require` finds only files of the mini program, so a Node built-in throws. Libraries
 * guard such a call with `try` (crypto-js does); the stand-in throws where the phone would.
 * @type {import('esbuild').Plugin}
 */
const builtinsAreAbsent = {
  name: 'builtins-are-absent',
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: BUILTIN }, ({ path: name }) => ({
      path: name,
      namespace: 'absent',
    }));
    pluginBuild.onLoad({ filter: /.*/, namespace: 'absent' }, ({ path: name }) => ({
      contents: `throw new Error(${JSON.stringify(`module '${name}' is not defined`)});`,
    }));
  },
};

/**
 * Packs a package from its `main` into one CommonJS file, its requires inlined, as WeChat's npm
 * build does. A file reached only by a deep import (`crypto-js/tripledes`) is not produced: such an
 * import fails on the phone too.
 * @param {import('./packages.mjs').NpmPackage} npmPackage
 * @param {string} targetFolder
 */
export async function bundlePackage(npmPackage, targetFolder) {
  await build({
    entryPoints: [path.join(npmPackage.root, npmPackage.main)],
    outfile: path.join(targetFolder, 'index.js'),
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    mainFields: ['main'],
    target: 'es2015',
    charset: 'utf8',
    sourcemap: true, // as the official build; maps never reach a phone
    logLevel: 'silent',
    plugins: [builtinsAreAbsent],
  });
}

/** @param {string} text */
function escapeRegExp(text) {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
