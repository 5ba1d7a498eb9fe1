import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { startShop, type Shop } from '../test/e2e/support/shop';
import { chromiumFlags, ensureChineseFont, ensureChromium } from './browser.mjs';
import { contactSheet } from './screenshots/contact-sheet';
import { takePictures } from './screenshots/pictures';

/**
 * `npm run screenshots`: pictures of every page, from real payments in the simulator. The README
 * shows the light ones; all the others are for looking at.
 */
const SHOWN = path.resolve('docs/screenshots');
const ASIDE = path.resolve('.cache/screenshots');

const PHONE = { width: 390, height: 844 };
const SMALL_PHONE = { width: 320, height: 568 };

async function main(): Promise<void> {
  const executablePath = ensureChromium();
  ensureChineseFont();
  for (const folder of [SHOWN, ASIDE]) rmSync(folder, { recursive: true, force: true });
  const shop = await startShop();
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    await takeAll(browser, shop);
  } finally {
    await browser.close();
    await shop.simulator.close();
  }
}

async function takeAll(browser: Browser, shop: Shop): Promise<void> {
  const light = await takePictures(browser, shop, { viewport: PHONE, colorScheme: 'light' });
  write(SHOWN, light);
  const dark = await takePictures(browser, shop, { viewport: PHONE, colorScheme: 'dark' });
  write(path.join(ASIDE, 'dark'), dark);
  const small = await takePictures(browser, shop, { viewport: SMALL_PHONE, colorScheme: 'light' });
  write(path.join(ASIDE, 'small'), small);
  write(SHOWN, new Map([['dark', await contactSheet(browser, dark)]]));
  write(SHOWN, new Map([['simulator', await shellPicture(browser, shop)]]));
}

/** The whole bench at `/`. */
async function shellPicture(browser: Browser, shop: Shop): Promise<Buffer> {
  shop.simulator.sandbox.reset();
  const page = await browser.newPage({ viewport: { width: 1360, height: 1000 }, locale: 'zh-CN' });
  await page.goto(shop.simulator.url);
  await page.frameLocator('#cashier').getByLabel('用户名').waitFor();
  await page.frameLocator('#customer').getByAltText('付款二维码').waitFor();
  const picture = await page.screenshot({ animations: 'disabled' });
  await page.close();
  return picture;
}

function write(folder: string, pictures: ReadonlyMap<string, Buffer>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, picture] of pictures) writeFileSync(path.join(folder, `${name}.png`), picture);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
