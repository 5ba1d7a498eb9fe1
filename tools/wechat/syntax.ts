import { transformSync } from 'esbuild';
import { getBrowsersList } from 'miniprogram-compat';

/** The oldest base library that may open the cashier: set in WeChat's console, docs/release.md. */
export const MINIMUM_LIBRARY = '3.2.2';

/**
 * The oldest script engines under that library, by WeChat's own list, as esbuild names them. What is
 * uploaded is lowered to them; WeChat's compile changes no syntax (`es6: false`).
 */
export const OLDEST_ENGINES: string[] = (getBrowsersList(MINIMUM_LIBRARY) ?? []).map((engine) =>
  engine.replace(' ', ''),
);

/**
 * esbuild takes destructuring for unknown to iOS 13, and cannot rewrite it. One form alone is wrong
 * there: tools/lint/platform.mjs refuses it.
 */
export const KNOWN = { destructuring: true };

/** Whether the oldest engines can parse it: then nothing has to be rewritten for them. */
export function isOldEnough(code: string): boolean {
  const asWritten = transformSync(code, { target: 'esnext' }).code;
  try {
    return (
      transformSync(code, { target: OLDEST_ENGINES, supported: KNOWN, logLevel: 'silent' }).code ===
      asWritten
    );
  } catch {
    // What cannot be rewritten at all.
    return false;
  }
}
