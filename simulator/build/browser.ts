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

/** Bundles one of the simulator's own scripts; the app's modules never go through here. */
export async function bundleBrowserScript(name: BrowserScript): Promise<string> {
  const result = await build({
    entryPoints: [join(ROOT, ENTRIES[name])],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    sourcemap: 'inline',
    external: ['/__sim/*'],
    define: { 'process.env.NODE_ENV': '"production"' },
    // tsconfig's `paths` are for the type checker only.
    tsconfigRaw: '{}',
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

export const isBrowserScript = (name: string): name is BrowserScript => name in ENTRIES;
