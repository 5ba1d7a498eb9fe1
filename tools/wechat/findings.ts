import { transformSync } from 'esbuild';
import type { Progress, QualityItem } from './jobs';

/** How the compiler lists what it leaves out as unused. */
const IGNORED = /^Ignored by code analyzer: (.*)$/s;
const PACKAGES = 'miniprogram/miniprogram_npm/';

/** What the compiler warned of, apart from its list of unused files. */
export function warnings(progress: readonly Progress[]): string[] {
  return progress
    .filter(({ message }) => !IGNORED.test(message))
    .map(({ status, message }) => `${status}: ${message}`);
}

/** Own files that the compiler leaves out as unused, as paths from the project's root. */
export function unusedOwnFiles(progress: readonly Progress[]): string[] {
  return progress
    .flatMap(({ message }) => IGNORED.exec(message)?.[1]?.split(',') ?? [])
    .map((file) => file.trim())
    .filter((file) => file !== '' && !file.startsWith(PACKAGES));
}

/** A module of types alone leaves nothing to run: that nobody loads it is right. */
export function isTypesOnly(source: string): boolean {
  const { code } = transformSync(source, { loader: 'ts', minify: true, legalComments: 'none' });
  return code.trim() === '';
}

/** The points of the code-quality check that were not met. */
export function qualityFindings(items: readonly QualityItem[]): string[] {
  return items
    .filter(({ success }) => !success)
    .map(({ name, text, detail }) => {
      const files = Array.isArray(detail) ? `: ${detail.slice(0, 5).join(', ')}` : '';
      return `${name}: ${text}${files}`;
    });
}
