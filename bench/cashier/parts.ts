import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { partOf } from '../../tools/wechat/parts';

/** Bytes of what is uploaded. */
export interface PackageBytes {
  readonly total: number;
  /** Biggest first. */
  readonly parts: readonly { readonly part: string; readonly bytes: number }[];
}

/** By the parts that `wechat:check` names. */
export function partsOf(files: ReadonlyMap<string, number>): PackageBytes {
  const parts = new Map<string, number>();
  let total = 0;
  for (const [file, bytes] of files) {
    const part = partOf(file) ?? 'other';
    parts.set(part, (parts.get(part) ?? 0) + bytes);
    total += bytes;
  }
  const sorted = Array.from(parts, ([part, bytes]) => ({ part, bytes }));
  return { total, parts: sorted.sort((a, b) => b.bytes - a.bytes) };
}

/** What `npm run wechat:check` has found, if it has been run since the app was last changed. */
export function officialBytes(): PackageBytes | null {
  const file = '.cache/wechat/package.json';
  const checked = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const changed = readdirSync('miniprogram', { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('miniprogram_npm'))
    .map((name) => statSync(path.join('miniprogram', name)))
    .filter((entry) => entry.isFile())
    .map(({ mtimeMs }) => mtimeMs);
  if (checked < Math.max(...changed)) return null;
  return JSON.parse(readFileSync(file, 'utf8')) as PackageBytes;
}
