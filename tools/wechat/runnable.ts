import { statSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from './files';

const ROOT = path.resolve(__dirname, '..', '..');
const SOURCES = path.join(ROOT, 'miniprogram');
const CACHE = path.join(ROOT, '.cache', 'wechat');

/** The package as WeChat's compiler gives it, which is what is uploaded: left by `wechat:check`. */
export const UPLOADED = path.join(CACHE, 'package');

/** The same, ready to run in a browser. */
export const RUNNABLE = path.join(CACHE, 'runnable');

/** Of another time than the sources, a package says nothing of them. */
export function isUpToDate(folder: string): boolean {
  const packed = statSync(path.join(folder, 'app.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return listFiles(SOURCES)
    .filter((file) => !file.startsWith('miniprogram_npm/'))
    .every((file) => statSync(path.join(SOURCES, file)).mtimeMs <= packed);
}
