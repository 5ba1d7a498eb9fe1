import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rollup, type GetModuleInfo, type OutputChunk, type Plugin } from '@rollup/wasm-node';
import { build, transform, type Plugin as BuildPlugin } from 'esbuild';
import { listFiles } from './files';
import { KNOWN, OLDEST_ENGINES } from './syntax';

/**
 * The scripts as they go to WeChat: each page and component with what it alone needs, all else in one
 * file. WeChat's compile minifies each file alone and cannot shorten what files name to each other;
 * of crypto-js it would pack every algorithm. Line numbers in WeChat's error reports lead to the
 * sources all the same: each script carries its source map, which WeChat's compile takes over.
 */
export interface BundleOptions {
  /** The staged mini program; its TypeScript is replaced by the bundle. */
  readonly app: string;
  /** Where crypto-js is installed: a folder with `node_modules`. */
  readonly packages: string;
}

/** What pages and components share. */
const SHARED_SCRIPT = 'shared';
/** With what the services alone need: `app.ts` asks for it once the first page is up. */
const SERVICES_SCRIPT = 'services/start';
/** crypto-js with the algorithms that are used; loaded at first use, as before. */
export const CRYPTO_SCRIPT = 'crypto.js';
const LOAD_CRYPTO = 'require("crypto-js")';
/** The one module that may load it. */
const CRYPTO_LOADER = 'utils/crypto.ts';

/**
 * Modules that can still be reached by their own names: tests and benchmarks ask the running app.
 * Nothing of the app uses these scripts, so WeChat's compile leaves them out.
 */
export const HOOKS = [
  'config/settings',
  'services/services',
  'core/payment-code',
  'core/attempt-record',
  'services/pos/collect-by-barcode',
  'utils/crypto',
  'utils/hawk',
];

/** Each adds itself to the core. `utils/crypto.ts` and `utils/hawk.ts` use no more than these. */
const ALGORITHMS = ['md5', 'sha256', 'hmac-sha256', 'tripledes', 'mode-ecb'];

export async function bundleScripts({ app, packages }: BundleOptions): Promise<void> {
  const sources = listFiles(app).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('miniprogram_npm/'),
  );
  const entries = sources
    .map((file) => file.slice(0, -'.ts'.length))
    .filter((name) => existsSync(path.join(app, `${name}.json`)));
  const input = Object.fromEntries([
    ...[...entries, SERVICES_SCRIPT].map((name) => [name, path.join(app, `${name}.ts`)]),
    ...HOOKS.map((name) => [name, `${HOOK}${name}`]),
  ]) as Record<string, string>;
  const bundle = await rollup({
    input,
    plugins: [typescript(app)],
    // Who asks an entry for more than its own (other scripts, tests) asks by short names.
    preserveEntrySignatures: 'allow-extension',
    onwarn: (warning) => {
      throw new Error(warning.message);
    },
  });
  const { output } = await bundle.generate({
    format: 'cjs',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    manualChunks: (id, { getModuleInfo }) => scriptFor(users(id, getModuleInfo), app),
    // Nobody asks these modules what they are, and no export changes after it was made.
    minifyInternalExports: true,
    esModule: false,
    externalLiveBindings: false,
    freeze: false,
    generatedCode: 'es2015',
    sourcemap: true,
    sourcemapPathTransform: (source, map) =>
      path.relative(app, path.resolve(path.dirname(map), source)),
  });
  await bundle.close();
  for (const file of sources) rmSync(path.join(app, file));
  for (const chunk of output) {
    if (chunk.type === 'chunk') await write(app, chunk);
  }
  await bundleCrypto(app, packages);
}

/** Where a module goes; undefined: with the one script that needs it. */
function scriptFor(needed: ReadonlySet<string>, app: string): string | undefined {
  if (needed.size > 1) return SHARED_SCRIPT;
  return needed.has(path.join(app, `${SERVICES_SCRIPT}.ts`)) ? SERVICES_SCRIPT : undefined;
}

/** The scripts that need a module in the end; whoever only looks at it does not count. */
function users(
  id: string,
  infoOf: GetModuleInfo,
  seen = new Set<string>(),
  found = new Set<string>(),
): Set<string> {
  if (seen.has(id)) return found;
  seen.add(id);
  const info = infoOf(id);
  if (info?.isEntry === true && !id.startsWith(HOOK)) found.add(id);
  for (const importer of info?.importers ?? []) users(importer, infoOf, seen, found);
  return found;
}

const HOOK = '\0hook:';

/** Types off, and syntax lowered to the oldest engines; rollup finds the paths. */
function typescript(app: string): Plugin {
  return {
    name: 'typescript',
    resolveId(target, from) {
      if (from === undefined) return target;
      const file = `${path.resolve(path.dirname(from), target)}.ts`;
      return existsSync(file) ? file : null;
    },
    load(id) {
      if (!id.startsWith(HOOK)) return readFileSync(id, 'utf8');
      return `export * from ${JSON.stringify(path.join(app, id.slice(HOOK.length)))};`;
    },
    async transform(source, id) {
      const { code, map } = await transform(source, {
        ...COMPILE,
        loader: 'ts',
        sourcefile: id,
        sourcemap: 'external',
      });
      if (code.includes(LOAD_CRYPTO) && id !== path.join(app, CRYPTO_LOADER)) {
        throw new Error(`${id} loads crypto-js; ${CRYPTO_LOADER} is the place for that`);
      }
      return { code, map };
    },
  };
}

const COMPILE = {
  target: OLDEST_ENGINES,
  supported: KNOWN,
  charset: 'utf8',
  // As WeChat's TypeScript reads our tsconfig.json: fields of classes are set, not defined.
  tsconfigRaw: { compilerOptions: { target: 'ES2020' } },
  logLevel: 'silent',
} as const;

/** Minified here already: WeChat's compile keeps the names at the top of a file. */
async function write(app: string, { fileName, code, map }: OutputChunk): Promise<void> {
  const crypto = path.posix.relative(path.posix.dirname(fileName), CRYPTO_SCRIPT);
  const found = crypto.startsWith('.') ? crypto : `./${crypto}`;
  const linked = code.replaceAll(LOAD_CRYPTO, `require("${found}")`);
  const withMap = `${linked}\n//# sourceMappingURL=${map?.toUrl() ?? ''}\n`;
  const minified = await transform(withMap, {
    ...COMPILE,
    loader: 'js',
    format: 'cjs',
    minify: true,
    sourcefile: fileName,
    sourcemap: 'external',
  });
  const file = path.join(app, fileName);
  writeFileSync(`${file}.map`, minified.map);
  writeFileSync(file, `${minified.code}//# sourceMappingURL=${path.basename(fileName)}.map\n`);
}

async function bundleCrypto(app: string, packages: string): Promise<void> {
  const parts = ALGORITHMS.map((name) => `require('crypto-js/${name}');`).join('\n');
  await build({
    stdin: {
      contents: `${parts}\nmodule.exports = require('crypto-js/core');`,
      resolveDir: packages,
      loader: 'js',
    },
    outfile: path.join(app, CRYPTO_SCRIPT),
    bundle: true,
    // Node's `crypto` is none of a phone's.
    platform: 'browser',
    format: 'cjs',
    minify: true,
    target: OLDEST_ENGINES,
    supported: KNOWN,
    charset: 'utf8',
    logLevel: 'silent',
    plugins: [withoutPassphrases],
  });
  rmSync(path.join(app, 'miniprogram_npm', 'crypto-js'), { recursive: true, force: true });
}

/** Keys from passphrases (with SHA-1 and all) are never asked for: all keys are given. */
const withoutPassphrases: BuildPlugin = {
  name: 'without-passphrases',
  setup(crypto) {
    crypto.onResolve({ filter: /^\.\/evpkdf$/ }, () => ({ path: 'evpkdf', namespace: 'nothing' }));
    crypto.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: '' }));
  },
};
