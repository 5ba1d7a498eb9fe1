import type { Page } from '@playwright/test';

/** Every text shown on the app's page on top, in document order, white space as on a screen. */
export async function shownTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('.sim-page:not([hidden]) wx-page');
    if (root === null) return [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (text !== '' && node.parentElement?.checkVisibility() === true) texts.push(text);
    }
    return texts;
  });
}
