import { existsSync } from 'node:fs';

/** Where distributions and Google put a Chromium, best first. */
const USUAL_PLACES = [
  // Debian's without a screen: the same engine for a fifth less.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Looks for a Chromium that is on this machine already: CHROMIUM_PATH, the usual places, then the
 * one Playwright may have downloaded.
 * @param {object} [world] replaced in tests
 * @param {Record<string, string | undefined>} [world.env]
 * @param {(file: string) => boolean} [world.exists]
 * @param {string} [world.playwrightPath] where Playwright keeps its own
 * @returns {string | undefined}
 */
export function findChromium({ env = process.env, exists = existsSync, playwrightPath } = {}) {
  const chosen = env['CHROMIUM_PATH'];
  if (chosen) {
    // A wrong setting is told, not silently passed over.
    if (!exists(chosen)) throw new Error(`CHROMIUM_PATH is set, but there is no file ${chosen}`);
    return chosen;
  }
  const places = playwrightPath ? [...USUAL_PLACES, playwrightPath] : USUAL_PLACES;
  return places.find((place) => exists(place));
}
