import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { NPM_FOLDER } from './paths';

/** The files of one mini program. Paths are relative to its root and use `/`. */
export interface SourceTree {
  /** A file's text, or undefined if there is none. */
  read(path: string): string | undefined;
  has(path: string): boolean;
}

/** A folder that can also say where a file lies, to serve pictures and to watch for changes. */
export interface FolderTree extends SourceTree {
  locate(path: string): string;
}

/** A mini program in a folder; its npm packages may lie elsewhere. */
export function folderTree(root: string, npmFolder = join(root, NPM_FOLDER)): FolderTree {
  const locate = (path: string): string =>
    path.startsWith(`${NPM_FOLDER}/`)
      ? join(npmFolder, path.slice(NPM_FOLDER.length + 1))
      : join(root, path);
  return {
    locate,
    has: (path) => statSync(locate(path), { throwIfNoEntry: false })?.isFile() ?? false,
    read(path) {
      try {
        return readFileSync(locate(path), 'utf8');
      } catch {
        return undefined;
      }
    },
  };
}

/** A mini program in memory: for tests of single build steps. */
export function memoryTree(files: Readonly<Record<string, string>>): SourceTree {
  return { read: (path) => files[path], has: (path) => files[path] !== undefined };
}
