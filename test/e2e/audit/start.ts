import type { Page } from '@playwright/test';
import type { Till } from '../support';
import type { Figure } from './figure';

declare global {
  interface Window {
    /** When the app's first page had text, ms after the load began. */
    __firstScreen?: number;
    __longestTask: number;
  }
}

/** A cold start in the browser, and the longest stretch in which nothing else could run. */
export async function startFigures(till: Till): Promise<Figure[]> {
  await till.page.addInitScript(follow);
  await till.open();
  const { firstScreen, longestTask } = await read(till.page);
  return [
    { what: 'first screen', measured: firstScreen, unit: 'ms', wechat: 5_000, budget: 5_000 },
    {
      what: 'longest script or render',
      measured: longestTask,
      unit: 'ms',
      wechat: 500,
      budget: null,
    },
  ];
}

async function read(page: Page): Promise<{ firstScreen: number; longestTask: number }> {
  await page.waitForFunction(() => window.__firstScreen !== undefined);
  return page.evaluate(() => ({
    firstScreen: window.__firstScreen ?? NaN,
    longestTask: window.__longestTask,
  }));
}

/** Runs in the page, before everything else. */
function follow(): void {
  window.__longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      window.__longestTask = Math.max(window.__longestTask, duration);
    }
  }).observe({ type: 'longtask', buffered: true });
  const observer = new MutationObserver(() => {
    const text = document.querySelector('wx-page')?.textContent.trim() ?? '';
    if (text === '') return;
    observer.disconnect();
    requestAnimationFrame(() => {
      window.__firstScreen = performance.now();
    });
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
}
