import { defineConfig } from '@playwright/test';
import { chromiumFlags, installedChromium } from './tools/browser.mjs';

const executablePath = installedChromium();

/** End-to-end tests: each spec starts its own simulator and POS server on free ports. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Tests wait for pages and timers most of their time: three share two cores well.
  workers: 3,
  // What failed is run once more with a trace and a picture; it has failed all the same. `npm test` runs
  // the few that then passed again by themselves: they must pass every time, and are told.
  retries: 1,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  reporter: [
    [process.env['CI'] ? 'dot' : 'line'],
    ['json', { outputFile: '.cache/reports/playwright.json' }],
  ],
  use: {
    // A phone in one hand.
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
    launchOptions: { args: chromiumFlags, ...(executablePath ? { executablePath } : {}) },
  },
});
