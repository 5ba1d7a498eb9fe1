import type { Browser } from '@playwright/test';

/** Several pictures side by side in one, as a JPEG. */
export async function contactSheet(
  browser: Browser,
  pictures: ReadonlyMap<string, Buffer>,
): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 800 } });
  const images = Array.from(
    pictures.values(),
    (picture) => `<img src="data:image/png;base64,${picture.toString('base64')}" alt="">`,
  );
  await page.setContent(
    `<style>body { display: grid; grid-template-columns: repeat(6, 1fr); gap: 16px; margin: 16px;
      background: #000 } img { width: 100%; border-radius: 12px }</style>${images.join('')}`,
  );
  const sheet = await page.screenshot({ fullPage: true, type: 'jpeg', quality: 70 });
  await page.close();
  return sheet;
}
