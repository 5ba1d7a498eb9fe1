import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(__dirname, '..');

/** The scripts that run in the browser, by the name under which they are served. */
const ENTRIES = {
  'runtime.js': 'runtime/boot.ts',
  'scanner.js': 'runtime/shell/scanner.ts',
  'home.js': 'web/home.ts',
} as const;

export type BrowserScript = keyof typeof ENTRIES;

/** A bundled script and its source map, kept apart so that a page load stays small. */
export interface BrowserBundle {
  readonly code: string;
  readonly map: string;
}

/** Bundles one of the simulator's own scripts; the app's modules never go through here. */
export async function bundleBrowserScript(name: BrowserScript): Promise<BrowserBundle> {
  const result = await build({
    entryPoints: [join(ROOT, ENTRIES[name])],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    sourcemap: 'linked',
    outfile: `/__sim/${name}`,
    minifySyntax: true,
    minifyWhitespace: true,
    external: ['/__sim/*'],
    define: { 'process.env.NODE_ENV': '"production"' },
    // tsconfig's `paths` are for the type checker only.
    tsconfigRaw: '{}',
    logLevel: 'silent',
  });
  const text = (ending: string): string =>
    result.outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { code: text('.js'), map: text('.js.map') };
}

export const isBrowserScript = (name: string): name is BrowserScript => name in ENTRIES;
