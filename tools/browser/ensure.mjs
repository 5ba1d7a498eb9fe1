import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { aptInstall } from './apt.mjs';
import { findChromium } from './find.mjs';

const DOWNLOAD_LIMIT_MS = 5 * 60_000;

const WHAT_TO_DO = `No Chromium was found and none could be installed here.
Install one (Debian/Ubuntu: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH to a
Chromium or Chrome on this machine, then try again.
没有找到 Chromium 浏览器：请安装 chromium，或用环境变量 CHROMIUM_PATH 指定浏览器的路径。`;

/** The Chromium on this machine, if any. */
export const installedChromium = () => findChromium({ playwrightPath: chromium.executablePath() });

/**
 * The path of a Chromium, installed first where that is possible: by apt-get, else by Playwright.
 * @returns {string}
 * @throws {Error} with words on what to do
 */
export function ensureChromium() {
  const found =
    installedChromium() ??
    (aptInstall(['chromium-headless-shell', 'fonts-noto-cjk']) ||
    aptInstall(['chromium', 'fonts-noto-cjk']) ||
    downloadWithPlaywright()
      ? installedChromium()
      : undefined);
  if (found === undefined) throw new Error(WHAT_TO_DO);
  return found;
}

function downloadWithPlaywright() {
  console.log('Downloading Chromium with Playwright …');
  const packageFile = createRequire(import.meta.url).resolve('@playwright/test/package.json');
  const cli = path.join(path.dirname(packageFile), 'cli.js');
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: DOWNLOAD_LIMIT_MS,
  });
  return status === 0;
}
