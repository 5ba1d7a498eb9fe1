import { positionAt, type Diagnostics } from './diagnostics';
import type { SourceTree } from './source-tree';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The strings of an object of strings; anything else is left out. */
export function stringMap(value: Json | undefined): Record<string, string> {
  const found: Record<string, string> = {};
  if (!isObject(value)) return found;
  for (const [key, entry] of Object.entries(value)) {
    if (typeof entry === 'string') found[key] = entry;
  }
  return found;
}

/** Reads a JSON file of the mini program, telling where it is broken. */
export function readJson(
  tree: SourceTree,
  path: string,
  diagnostics: Diagnostics,
): JsonObject | undefined {
  const text = tree.read(path);
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    if (isObject(value)) return value;
    diagnostics.error(path, 'JSON 的最外层应当是一个对象', { line: 1, column: 1, text });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? text.length - 1);
    diagnostics.error(path, `JSON: ${message}`, { ...positionAt(text, offset), text });
  }
  return {};
}

export interface Theme {
  readonly light: Readonly<Record<string, string>>;
  readonly dark: Readonly<Record<string, string>>;
}

/** theme.json: the colours that `@name` stands for in app.json and the pages' JSON. */
export function readTheme(tree: SourceTree, app: JsonObject, diagnostics: Diagnostics): Theme {
  const location = app['themeLocation'];
  if (typeof location !== 'string') return { light: {}, dark: {} };
  const json = readJson(tree, location, diagnostics);
  if (json === undefined) diagnostics.error('app.json', `找不到 themeLocation 的文件 ${location}`);
  return { light: stringMap(json?.['light']), dark: stringMap(json?.['dark']) };
}
