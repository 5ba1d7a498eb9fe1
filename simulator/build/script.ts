import { transform, type Message, type TransformFailure } from 'esbuild';
import type { Diagnostics } from './diagnostics';
import { isNpmPath, moduleId, resolveScript } from './paths';
import type { SourceTree } from './source-tree';

/** One CommonJS module, not bundled with any other: as WeChat keeps them. */
export interface ScriptModule {
  /** `pages/collect/index.js` */
  readonly id: string;
  readonly code: string;
  /** What each literal specifier in the code resolves to. */
  readonly requires: Readonly<Record<string, string>>;
}

const REQUIRE = /\brequire\(\s*(["'])([^"'\n]+)\1\s*\)/g;

const isFailure = (error: unknown): error is TransformFailure =>
  error instanceof Error && 'errors' in error;

/** Strips types and turns import/export into CommonJS; the newest syntax is lowered to ES2018. */
export async function compileScript(
  tree: SourceTree,
  path: string,
  text: string,
  diagnostics: Diagnostics,
  sourceMaps = true,
): Promise<ScriptModule | undefined> {
  const code = await transformed(path, text, diagnostics, sourceMaps);
  if (code === undefined) return undefined;
  if (/(^|[^.\w])import\(/m.test(code) && !isNpmPath(path)) {
    diagnostics.errorAtText(path, text, 'import(', '小程序里没有 import()，请用 require');
  }
  return { id: moduleId(path), code, requires: findRequires(tree, path, text, code, diagnostics) };
}

async function transformed(
  path: string,
  text: string,
  diagnostics: Diagnostics,
  sourceMaps: boolean,
): Promise<string | undefined> {
  try {
    const result = await transform(text, {
      loader: path.endsWith('.ts') ? 'ts' : 'js',
      format: 'cjs',
      target: 'es2018',
      platform: 'neutral',
      sourcefile: `miniprogram:///${path}`,
      sourcemap: sourceMaps && !isNpmPath(path) ? 'inline' : false,
      legalComments: 'none',
      tsconfigRaw: '{"compilerOptions":{"verbatimModuleSyntax":false}}',
    });
    return result.code;
  } catch (error) {
    if (!isFailure(error)) throw error;
    for (const message of error.errors) report(path, text, message, diagnostics);
    return undefined;
  }
}

function report(path: string, text: string, message: Message, diagnostics: Diagnostics): void {
  const at = message.location;
  if (at === null) diagnostics.error(path, message.text);
  else diagnostics.error(path, message.text, { line: at.line, column: at.column + 1, text });
}

function findRequires(
  tree: SourceTree,
  path: string,
  text: string,
  code: string,
  diagnostics: Diagnostics,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const match of code.matchAll(REQUIRE)) {
    const specifier = match[2] ?? '';
    const target = resolveScript(tree, path, specifier);
    if (target !== undefined) found[specifier] = target;
    // Packed npm code may probe for Node's modules and catch the failure.
    else if (!isNpmPath(path)) missing(path, text, specifier, diagnostics);
  }
  return found;
}

function missing(path: string, text: string, specifier: string, diagnostics: Diagnostics): void {
  const where = /^[./]/.test(specifier) ? '' : '（npm 包只从 miniprogram_npm 里找，先运行 npm ci）';
  const at = [`'${specifier}'`, `"${specifier}"`].find((needle) => text.includes(needle));
  diagnostics.errorAtText(path, text, at ?? specifier, `找不到模块 '${specifier}'${where}`);
}
