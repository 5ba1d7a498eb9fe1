import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../wechat/files';
import type { AppPackage } from './phone/app-service';

interface Json {
  readonly pages?: readonly string[];
  readonly usingComponents?: Readonly<Record<string, string>>;
}

/** The scripts of a compiled mini program, as a phone loads them. */
export function readPackage(folder: string): AppPackage {
  const json = (name: string): Json => {
    const file = path.join(folder, `${name}.json`);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Json) : {};
  };
  const scripts = Object.fromEntries(
    listFiles(folder)
      .filter((file) => file.endsWith('.js'))
      .map((file) => [file.slice(0, -3), readFileSync(path.join(folder, file), 'utf8')]),
  );
  const componentsOf = (name: string, seen: Set<string>): string[] =>
    Object.values(json(name).usingComponents ?? {}).flatMap((target) => {
      const found = resolve(name, target, scripts);
      if (seen.has(found)) return [];
      seen.add(found);
      return [...componentsOf(found, seen), found];
    });
  const { pages = [] } = json('app');
  const needs = Object.fromEntries(pages.map((page) => [page, componentsOf(page, new Set())]));
  return { pages, needs, scripts };
}

/** From the root, beside the file, or among the packages. */
function resolve(from: string, target: string, scripts: Readonly<Record<string, string>>): string {
  const beside = path.posix.join(path.posix.dirname(from), target);
  const tries = target.startsWith('/')
    ? [target.slice(1)]
    : [beside, `miniprogram_npm/${target}`, `miniprogram_npm/${target}/index`];
  const found = tries.find((name) => name in scripts);
  if (found === undefined) throw new Error(`${from} uses ${target}, which is not in the package`);
  return found;
}
