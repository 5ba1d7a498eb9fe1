import path from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';

const FAULTS = path.resolve(__dirname, '..');

export const PROJECT = path.resolve(FAULTS, '../..');

/** Where scripts are compiled to that no other run at the same time compiles. */
export const COMPILED = path.join(PROJECT, '.cache/faults');

/** Sources that read otherwise than they stand on the disk, by their full path. */
export type Instead = ReadonlyMap<string, string>;

const NOTHING: Instead = new Map();

/**
 * Compiles a script of the simulation, with the fast stand-in for crypto-js. The same sources give the
 * same text, wherever it is put.
 *
 * @param entry path below this folder, without `.ts`
 * @returns the compiled file
 */
export async function compile(entry: string, folder: string, instead = NOTHING): Promise<string> {
  const outfile = path.join(folder, `${entry.replaceAll('/', '-')}.cjs`);
  await build({
    ...common(instead),
    entryPoints: [path.join(FAULTS, `${entry}.ts`)],
    outfile,
    alias: { 'crypto-js': path.join(FAULTS, 'model/fake-crypto-js.ts') },
  });
  return outfile;
}

/**
 * Compiles tests, each with all it imports, into a folder of their own.
 *
 * @param tests paths below the project
 */
export async function compileTests(
  tests: readonly string[],
  folder: string,
  instead: Instead,
): Promise<void> {
  await build({
    ...common(instead),
    entryPoints: tests.map((test) => path.join(PROJECT, test)),
    outdir: folder,
    outbase: PROJECT,
    outExtension: { '.js': '.cjs' },
    // As jest.config.js maps it: the file a phone loads.
    alias: { 'crypto-js': path.join(PROJECT, 'miniprogram/miniprogram_npm/crypto-js/index.js') },
  });
}

function common(instead: Instead): BuildOptions {
  return {
    absWorkingDir: PROJECT,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    tsconfigRaw: {},
    logLevel: 'error',
    plugins: instead.size === 0 ? [] : [reading(instead)],
  };
}

function reading(instead: Instead): Plugin {
  return {
    name: 'instead',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
        const contents = instead.get(file);
        return contents === undefined ? null : { contents, loader: 'ts' };
      });
    },
  };
}
