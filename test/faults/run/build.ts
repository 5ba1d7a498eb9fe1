import path from 'node:path';
import { build } from 'esbuild';

const FAULTS = path.resolve(__dirname, '..');

/**
 * Compiles a script of the simulation, with the fast stand-in for crypto-js.
 *
 * @param entry path below this folder, without `.ts`
 * @param root the project whose mini program is simulated (the mutants bring their own)
 * @returns the compiled file
 */
export async function compile(entry: string, root: string): Promise<string> {
  const outfile = path.join(root, '.cache/faults', `${path.basename(entry)}.cjs`);
  await build({
    entryPoints: [path.join(root, 'test/faults', `${entry}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    tsconfigRaw: {},
    alias: { 'crypto-js': path.join(FAULTS, 'model/fake-crypto-js.ts') },
    logLevel: 'error',
  });
  return outfile;
}

export const PROJECT = path.resolve(FAULTS, '../..');
