import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { OfflineCompiler } from './run-official';

/**
 * A copy of what WeChat gets, with the npm packages built the official way. Neither the light build
 * that `npm ci` makes nor a developer's private settings take part, and no working file is touched.
 */
export interface Staged {
  /** Holds project.config.json. */
  readonly root: string;
  readonly appid: string;
  /** Own sources, JSON and pictures. */
  readonly app: string;
  /** The official npm build. */
  readonly npm: string;
  /** What the official npm build warned of. */
  readonly warnings: readonly string[];
}

export async function stageProject(
  from: string,
  root: string,
  compiler: OfflineCompiler,
): Promise<Staged> {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const app = path.join(root, 'miniprogram');
  const npm = path.join(app, 'miniprogram_npm');
  const lightBuild = path.join(from, 'miniprogram', 'miniprogram_npm');
  cpSync(path.join(from, 'miniprogram'), app, {
    recursive: true,
    filter: (source) => source !== lightBuild,
  });
  cpSync(path.join(from, 'project.config.json'), path.join(root, 'project.config.json'));
  const { dependencies } = readJson(from, 'package.json') as { dependencies: object };
  writeFileSync(path.join(root, 'package.json'), JSON.stringify({ dependencies }));
  for (const name of Object.keys(dependencies)) {
    const target = path.join(root, 'node_modules', name);
    cpSync(path.join(from, 'node_modules', name), target, { recursive: true });
  }
  const { packages, warnings } = await compiler.packNpm(root);
  const expected = Object.keys(dependencies).length;
  if (packages !== expected || !existsSync(npm)) {
    throw new Error(`the official npm build packed ${packages} packages, not ${expected}`);
  }
  const { appid } = readJson(from, 'project.config.json') as { appid: string };
  return { root, appid, app, npm, warnings: warnings.map((one) => `${one.jsPath}: ${one.msg}`) };
}

/** The same in another folder: of that one the compiler knows nothing yet. */
export function copyStaged(staged: Staged, root: string): Staged {
  rmSync(root, { recursive: true, force: true });
  cpSync(staged.root, root, { recursive: true });
  const app = path.join(root, path.relative(staged.root, staged.app));
  return { ...staged, root, app, npm: path.join(root, path.relative(staged.root, staged.npm)) };
}

function readJson(folder: string, file: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
}
