import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NPM, npmFolder, type MiniProgram } from './apps';
import { listFiles, syncFolder } from './files';

/** What a page's or component's JSON declares: tag names and the components behind them. */
interface Declaration {
  usingComponents?: Record<string, string>;
  [key: string]: unknown;
}

/**
 * Puts templates, WXS and declarations where miniprogram-simulate can read them. It knows neither
 * app.json nor npm components, so every declaration is written out with relative paths. Styles are
 * left out: jsdom lays nothing out. Scripts are left where they are: see scripts.ts.
 */
export function prepareApp({ source, prepared }: MiniProgram): void {
  const files = new Map<string, string>();
  const shared = readDeclaration(path.join(source, 'app.json')).usingComponents ?? {};
  const own = listFiles(source, ['.wxml', '.wxs'], NPM);
  for (const file of own) files.set(file, readFileSync(path.join(source, file), 'utf8'));

  const waiting = own
    .filter((file) => file.endsWith('.wxml') && existsSync(jsonOf(path.join(source, file))))
    .map((file) => file.slice(0, -'.wxml'.length));
  const seen = new Set<string>();
  for (let component = waiting.pop(); component !== undefined; component = waiting.pop()) {
    if (seen.has(component)) continue;
    seen.add(component);
    const inNpm = component.startsWith(`${NPM}/`);
    if (inNpm) addPackageTemplates(files, component);
    const declaration = readDeclaration(`${sourceOf(source, component)}.json`);
    const declared = { ...(inNpm ? {} : shared), ...declaration.usingComponents };
    const using = resolveAll(source, component, declared);
    waiting.push(...Object.values(using).filter((target) => target.startsWith(`${NPM}/`)));
    files.set(`${component}.json`, toJson(component, declaration, using));
  }
  syncFolder(prepared, files);
}

/** The file a prepared path was made from, without its extension. */
export function sourceOf(source: string, component: string): string {
  const [first, ...rest] = component.split('/');
  return first === NPM ? path.join(npmFolder, ...rest) : path.join(source, component);
}

/** An npm component's folder (a template may include its neighbours) and its package's WXS. */
function addPackageTemplates(files: Map<string, string>, component: string): void {
  const folder = path.posix.dirname(component);
  const [, scope = '', name = ''] = component.split('/');
  const packageFolder = `${NPM}/${scope.startsWith('@') ? `${scope}/${name}` : scope}`;
  const add = (base: string, extension: string): void => {
    const from = sourceOf('', base);
    for (const file of listFiles(from, [extension])) {
      files.set(`${base}/${file}`, readFileSync(path.join(from, file), 'utf8'));
    }
  };
  add(folder, '.wxml');
  add(packageFolder, '.wxs');
}

/** Every declared component as a path from the app's root. */
function resolveAll(
  source: string,
  component: string,
  declared: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(declared).map(([tag, target]) => {
      const found = candidates(component, target).find((candidate) =>
        existsSync(`${sourceOf(source, candidate)}.json`),
      );
      if (found === undefined) {
        throw new Error(`${component}.json: <${tag}> points at ${target}, which is not there`);
      }
      return [tag, found];
    }),
  );
}

/** WeChat looks beside the declaring file first, then among the npm packages. */
function candidates(component: string, target: string): string[] {
  if (target.startsWith('/')) return [target.slice(1)];
  const beside = path.posix.join(path.posix.dirname(component), target);
  return target.startsWith('.') ? [beside] : [beside, `${NPM}/${target}`];
}

function toJson(
  component: string,
  declaration: Declaration,
  using: Record<string, string>,
): string {
  const folder = path.posix.dirname(component);
  const usingComponents = Object.fromEntries(
    Object.entries(using).map(([tag, target]) => {
      const relative = path.posix.relative(folder, target);
      return [tag, relative.startsWith('.') ? relative : `./${relative}`];
    }),
  );
  return JSON.stringify({ ...declaration, component: true, usingComponents }, undefined, 2);
}

function readDeclaration(file: string): Declaration {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Declaration) : {};
}

function jsonOf(wxmlFile: string): string {
  return wxmlFile.replace(/\.wxml$/, '.json');
}
