import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Packages are somebody else's: their templates are not ours to mend. */
const NPM = 'miniprogram_npm';

/** A mini program's files, as the checks look at them. */
export interface App {
  /** The folder that holds app.json. */
  root: string;
  /** Every own template, as a path from the root. */
  templates: string[];
  /** Every own WXS file. */
  scripts: string[];
  read(file: string): string;
  exists(file: string): boolean;
  /** Tag → component of a page or component, app.json's included. */
  componentsOf(template: string): Record<string, string>;
}

export function openApp(root: string): App {
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  const exists = (file: string): boolean => existsSync(path.join(root, file));
  const using = (file: string): Record<string, string> => {
    if (!exists(file)) return {};
    const { usingComponents } = JSON.parse(read(file)) as {
      usingComponents?: Record<string, string>;
    };
    return usingComponents ?? {};
  };
  return {
    root,
    templates: listFiles(root, '.wxml'),
    scripts: listFiles(root, '.wxs'),
    read,
    exists,
    componentsOf: (template) => ({
      ...using('app.json'),
      ...using(template.replace(/\.wxml$/, '.json')),
    }),
  };
}

/** A path written in `file`, from the root: beside the file, or from the root when it begins with /. */
export function resolveFrom(file: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  return path.posix.join(path.posix.dirname(file), target);
}

/** Where a declared component may stand: WeChat looks beside the file, then among the packages. */
export function componentFiles(template: string, target: string): string[] {
  const beside = resolveFrom(template, target);
  return /^[./]/.test(target) ? [beside] : [beside, `${NPM}/${target}`];
}

function listFiles(root: string, extension: string, folder = ''): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === NPM ? [] : listFiles(root, extension, file);
      return entry.name.endsWith(extension) ? [file] : [];
    });
}
