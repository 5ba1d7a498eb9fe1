import { transformSync } from 'esbuild';

/**
 * The oldest script engines that a phone may have: the sources go up as written (`es6: false`), types
 * stripped, so nothing newer than these may stand in them. Both are of
 * 2021; the minimum base library 3.2.2 is of 2023.
 */
export const OLDEST_ENGINES = ['ios14.5', 'chrome91'];

/** esbuild takes `\p{…}` for new, because its tables grow with Unicode; iOS has it since 11.1. */
export const SUPPORTED = { 'regexp-unicode-property-escapes': true };

/** Whether the oldest engines can parse it: then nothing has to be rewritten for them. */
export function isOldEnough(code: string): boolean {
  const asWritten = transformSync(code, { target: 'esnext' }).code;
  return transformSync(code, { target: OLDEST_ENGINES, supported: SUPPORTED }).code === asWritten;
}
