import fs from 'node:fs';
import path from 'node:path';
import { PROJECT } from '../run/build';
import type { Mutant } from './mutant';

/** What a copy needs: the sources that are mutated, the simulation, and the tests of both. */
const COPIED = [
  'miniprogram/config',
  'miniprogram/core',
  'miniprogram/services',
  'miniprogram/utils',
  'test/faults',
  'test/core',
  'test/services',
  'test/utils',
  'test/support',
  'jest.config.js',
];
const LINKED = ['node_modules', 'miniprogram/miniprogram_npm'];

/**
 * A copy of the project with the mutant's mistakes in it.
 *
 * @param folder made anew
 * @throws when a text to replace does not stand there exactly once: the list is out of date
 */
export function copyWith({ name, edits }: Mutant, folder: string): void {
  for (const part of COPIED) {
    fs.cpSync(path.join(PROJECT, part), path.join(folder, part), { recursive: true });
  }
  for (const part of LINKED) fs.symlinkSync(path.join(PROJECT, part), path.join(folder, part));
  for (const { file, find, replace } of edits) {
    const target = path.join(folder, 'miniprogram', file);
    const source = fs.readFileSync(target, 'utf8');
    const times = source.split(find).length - 1;
    if (times !== 1) throw new Error(`${name}: ${times} × in ${file}: ${find}`);
    fs.writeFileSync(
      target,
      source.replace(find, () => replace),
    );
  }
}
