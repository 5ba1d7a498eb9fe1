import { defineConfig } from '@playwright/test';
import { chromiumFlags, installedChromium } from './tools/browser.mjs';

const executablePath = installedChromium();

/** End-to-end tests: each spec starts its own simulator and POS server on free ports. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 2,
  // `npm test` runs the few that failed by themselves again: they must pass every time, and are told.
  retries: 0,
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
    trace: 'retain-on-failure',
    launchOptions: { args: chromiumFlags, ...(executablePath ? { executablePath } : {}) },
  },
});
