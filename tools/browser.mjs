// The browser that tests and pictures use. As a command it makes sure there is one and prints its
// path: `node tools/browser.mjs`.
import { pathToFileURL } from 'node:url';
import { ensureChromium, installedChromium } from './browser/ensure.mjs';
import { chromiumFlags } from './browser/flags.mjs';
import { ensureChineseFont } from './browser/font.mjs';

export { chromiumFlags, ensureChineseFont, ensureChromium, installedChromium };

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const file = ensureChromium();
    ensureChineseFont();
    console.log(file);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
