import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { Packed } from './pack';
import type { Outcome, Plan } from './phone/main';

const NPM = 'miniprogram_npm/';

/**
 * The lower quartile: what else a machine does only ever makes a script dearer, and some minutes are
 * half as dear again as others.
 */
export function typical(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 4)] ?? NaN;
}

/** Bundles the phone's stand-in once, for many processes. */
export async function buildPhone(folder: string): Promise<string> {
  const outfile = path.join(folder, 'phone.js');
  await build({
    entryPoints: [path.join(__dirname, 'phone/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    tsconfigRaw: '{}',
    logLevel: 'silent',
  });
  return outfile;
}

/** What a process needs to know of a packed app. */
export function planOf(root: string, npm: string, { bundle }: Packed, payments: number): Plan {
  const json = (name: string): { pages?: string[]; usingComponents?: Record<string, string> } => {
    const file = name.startsWith(NPM)
      ? path.join(npm, name.slice(NPM.length))
      : path.join(root, name);
    return existsSync(`${file}.json`)
      ? (JSON.parse(readFileSync(`${file}.json`, 'utf8')) as ReturnType<typeof json>)
      : {};
  };
  const componentsOf = (name: string, seen: Set<string>): string[] =>
    Object.values(json(name).usingComponents ?? {}).flatMap((target) => {
      const found = resolve(name, target);
      if (seen.has(found)) return [];
      seen.add(found);
      return [...componentsOf(found, seen), found];
    });
  const { pages = [] } = json('app');
  const needs = Object.fromEntries(pages.map((page) => [page, componentsOf(page, new Set())]));
  return { bundle, firstPage: pages[0] ?? '', needs, payments };
}

function resolve(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  if (!target.startsWith('.') && !from.startsWith(NPM)) return `${NPM}${target}`;
  return path.posix.join(path.posix.dirname(from), target);
}

/** One process, from nothing. */
export function runPhone(phone: string, plan: Plan, { jitless }: { jitless: boolean }): Outcome {
  const file = path.join(path.dirname(phone), 'plan.json');
  writeFileSync(file, JSON.stringify(plan));
  const flags = ['--expose-gc', ...(jitless ? ['--jitless'] : [])];
  // Node warns that a flag of its own does not go with --jitless.
  const output = execFileSync(process.execPath, [...flags, phone, file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(output) as Outcome;
}
