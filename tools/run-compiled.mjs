// `node tools/run-compiled.mjs SCRIPT.ts [ARGUMENT...]`: one of our scripts, compiled before it runs.
// For those that compute for a minute: what tsx adds to each function costs up to a quarter of that.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [script = '', ...args] = process.argv.slice(2);
const folder = path.join(root, '.cache', 'compiled');
mkdirSync(folder, { recursive: true });
const outfile = path.join(folder, `${script.replace(/\.ts$/, '').replaceAll(/[\\/]/g, '-')}.cjs`);
await build({
  absWorkingDir: root,
  entryPoints: [script],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: 'inline',
  tsconfigRaw: {},
  logLevel: 'error',
});
process.setSourceMapsEnabled(true);
process.argv = [process.execPath, outfile, ...args];
await import(pathToFileURL(outfile).href);
