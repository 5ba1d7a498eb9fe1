import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runNpm } from '../../tools/run-npm';
import { listFiles } from '../../tools/wechat/files';
import type { Sketch } from './sketches';

/** Two bare pages by a framework; its name is that of the row. */
interface Framework {
  readonly name: 'uni-app' | 'Taro + React';
  /** Below `bench/frameworks`. */
  readonly folder: string;
  /** Where its build leaves the mini program. */
  readonly built: string;
}

const FRAMEWORKS: readonly Framework[] = [
  { name: 'uni-app', folder: 'uni-app', built: 'dist/build/mp-weixin' },
  { name: 'Taro + React', folder: 'taro', built: 'dist' },
];

const SOURCES = path.resolve(__dirname, '../frameworks');
/** Outlives a run: an install takes longer than all that is measured. */
const BUILDS = path.resolve('.cache/frameworks');

/** The framework sketches that can be built here; of the others it says why not. */
export function buildFrameworks(): Sketch[] {
  return FRAMEWORKS.flatMap((framework) => {
    const { name, folder, built } = framework;
    const problem = build(framework);
    if (problem === null) return [{ name, root: path.join(BUILDS, folder, built) }];
    console.log(`${name} could not be built here (${problem}): its figures are quoted`);
    return [];
  });
}

/** @returns null, or why it could not be built */
function build({ name, folder, built }: Framework): string | null {
  const source = path.join(SOURCES, folder);
  const target = path.join(BUILDS, folder);
  const marker = path.join(target, '.built-from');
  const wanted = fingerprint(source);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return null;
  console.log(`${name}: installing and building two bare pages in .cache/frameworks ...`);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(source, target, { recursive: true });
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const env = { ...process.env, NODE_ENV: 'production' };
  const problem =
    runNpm(target, ['ci', '--legacy-peer-deps', '--include=dev', ...quiet]) ??
    runNpm(target, ['run', 'build'], env);
  if (problem !== null) return problem;
  if (!existsSync(path.join(target, built, 'app.json'))) return `its build left no ${built}`;
  writeFileSync(marker, wanted);
  return null;
}

function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const file of listFiles(folder)) {
    hash.update(file).update(readFileSync(path.join(folder, file)));
  }
  return hash.digest('hex');
}
