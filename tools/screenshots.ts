import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { startShop, type Shop } from '../test/e2e/support/shop';
import { chromiumFlags, ensureChineseFont, ensureChromium } from './browser.mjs';
import { contactSheet } from './screenshots/contact-sheet';
import { type Look, takePictures } from './screenshots/pictures';

/**
 * `npm run screenshots`: pictures of every page, from real payments in the simulator. The light ones
 * one by one, for the README and the staff's handbook; the other looks as a sheet each, and one by one
 * in .cache.
 */
const SHOWN = path.resolve('docs/screenshots');
const ASIDE = path.resolve('.cache/screenshots');

const STANDARD_FONT = 16;
/** The largest of WeChat on Android. */
const LARGEST_FONT = 26;

const PHONE = { width: 390, height: 844 };
const SMALL_PHONE = { width: 320, height: 568 };
const TABLET = { width: 768, height: 1024 };

const LOOKS: Readonly<Record<string, Look>> = {
  light: { viewport: PHONE, colorScheme: 'light', fontSize: STANDARD_FONT },
  dark: { viewport: PHONE, colorScheme: 'dark', fontSize: STANDARD_FONT },
  largest: { viewport: PHONE, colorScheme: 'light', fontSize: LARGEST_FONT },
  small: { viewport: SMALL_PHONE, colorScheme: 'light', fontSize: STANDARD_FONT },
  'small-largest': { viewport: SMALL_PHONE, colorScheme: 'dark', fontSize: LARGEST_FONT },
  tablet: { viewport: TABLET, colorScheme: 'light', fontSize: STANDARD_FONT },
};

async function main(): Promise<void> {
  const executablePath = ensureChromium();
  ensureChineseFont();
  // One look alone is taken when its name is given.
  if (process.argv[2] === undefined) {
    for (const folder of [SHOWN, ASIDE]) rmSync(folder, { recursive: true, force: true });
  }
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
  const only = process.argv[2];
  for (const [name, look] of Object.entries(LOOKS)) {
    if (only !== undefined && only !== name) continue;
    const pictures = await takePictures(browser, shop, look);
    write(name === 'light' ? SHOWN : path.join(ASIDE, name), pictures);
    if (name === 'light') continue;
    writeFileSync(path.join(SHOWN, `${name}.jpg`), await contactSheet(browser, pictures));
  }
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
