import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { listFiles } from './files';

type Schema = Readonly<Record<string, unknown>>;
type Theme = Readonly<Record<string, string>>;

interface Validator {
  validate(value: unknown, schema: Schema): { errors: readonly { stack: string }[] };
}

/** The schemas and the validator are the compiler's own. */
const fromCompiler = createRequire(path.join(__dirname, 'package.json'));

/** Validates every JSON file of a project; each finding begins with the file. */
export function validateJson(root: string): string[] {
  const { Validator } = fromCompiler('jsonschema') as { Validator: new () => Validator };
  const validator = new Validator();
  const check = (file: string, name: string, value: unknown): string[] =>
    validator
      .validate(value, closed(schema(name)))
      .errors.map(({ stack }) => `${file}: ${stack.replace(/^instance\.?/, '')}`);

  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  const { light = {}, dark = {} } = read('miniprogram/theme.json') as Record<string, Theme>;
  const themed = (file: string, name: string): string[] => {
    const value = read(file);
    const each = [light, dark].flatMap((theme) => check(file, name, withTheme(value, theme)));
    return [...new Set(each)];
  };
  return [
    ...check('project.config.json', 'projectconfig', read('project.config.json')),
    ...themed('miniprogram/app.json', 'app'),
    ...check('miniprogram/sitemap.json', 'sitemap', read('miniprogram/sitemap.json')),
    ...check('miniprogram/theme.json', 'theme', read('miniprogram/theme.json')),
    ...pageFiles(root).flatMap((file) => themed(file, 'page')),
  ];
}

/** How many files `validateJson` looks at. */
export function countJson(root: string): number {
  return 4 + pageFiles(root).length;
}

/** The JSON of pages and components: a template stands beside each. */
function pageFiles(root: string): string[] {
  return listFiles(path.join(root, 'miniprogram'))
    .filter((file) => !file.startsWith('miniprogram_npm/') && file.endsWith('.json'))
    .map((file) => `miniprogram/${file}`)
    .filter((file) => existsSync(path.join(root, file.replace(/\.json$/, '.wxml'))));
}

function schema(name: string): Schema {
  return fromCompiler(`miniprogram-ci/dist/schema/dist/${name}.js`) as Schema;
}

/** `@name` stands for a value of theme.json: the phone reads it so before it judges the field. */
function withTheme(value: unknown, theme: Theme): unknown {
  if (typeof value === 'string' && value.startsWith('@')) return theme[value.slice(1)] ?? value;
  if (Array.isArray(value)) return value.map((one) => withTheme(one, theme));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withTheme(member, theme)]),
  );
}

/**
 * The schema of project.config.json lets any further field pass; a misspelt one shall not: an object
 * whose fields are listed may hold no others, unless the schema says otherwise.
 */
export function closed(value: Schema): Schema {
  return close(value) as Schema;
}

function close(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(close);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, close(member)]),
  );
  const isObjectSchema = 'properties' in value && typeof value.properties === 'object';
  if (!isObjectSchema || 'additionalProperties' in value) return members;
  return { ...members, additionalProperties: false };
}
