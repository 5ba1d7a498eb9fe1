import fs from 'node:fs';
import path from 'node:path';
import { type Instead, PROJECT } from '../run/build';
import type { Mutant } from './mutant';

/**
 * The sources in which the mutant's mistakes stand, as they read with them.
 *
 * @throws when a text to replace does not stand there exactly once: the list is out of date
 */
export function withMistakes({ name, edits }: Mutant): Instead {
  const sources = new Map<string, string>();
  for (const { file, find, replace } of edits) {
    const target = fs.realpathSync(path.join(PROJECT, 'miniprogram', file));
    const source = sources.get(target) ?? fs.readFileSync(target, 'utf8');
    const times = source.split(find).length - 1;
    if (times !== 1) throw new Error(`${name}: ${times} × in ${file}: ${find}`);
    sources.set(
      target,
      source.replace(find, () => replace),
    );
  }
  return sources;
}
