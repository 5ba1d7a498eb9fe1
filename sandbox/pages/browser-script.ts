import { build } from 'esbuild';

/** Compiles a page's TypeScript for today's phones. Some ten milliseconds, so nothing is cached. */
export async function browserScript(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
