import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Files under a folder with one of the extensions, as paths relative to it, `skip` left out. */
export function listFiles(folder: string, extensions: string[], skip?: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === skip) return [];
    if (!entry.isDirectory())
      return extensions.includes(path.extname(entry.name)) ? entry.name : [];
    return listFiles(path.join(folder, entry.name), extensions).map((file) =>
      path.posix.join(entry.name, file),
    );
  });
}

/**
 * Makes a folder hold exactly these files. Unchanged ones are not touched and changed ones are
 * swapped in whole, so that a test run going on beside this one never reads half a file.
 */
export function syncFolder(folder: string, files: Map<string, string>): void {
  for (const [name, content] of files) {
    const file = path.join(folder, name);
    if (existsSync(file) && readFileSync(file, 'utf8') === content) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    const aside = `${file}.${process.pid}.new`;
    writeFileSync(aside, content);
    renameSync(aside, file);
  }
  for (const name of listFiles(folder, ['.json', '.wxml', '.wxs'])) {
    if (!files.has(name)) rmSync(path.join(folder, name), { force: true });
  }
}
