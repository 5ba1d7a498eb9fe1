import path from 'node:path';
import { chromium } from '@playwright/test';
import { bundleBrowserScript } from '../../simulator/build/browser';
import { compileProject } from '../../simulator/build/project';
import { folderTree } from '../../simulator/build/source-tree';
import type { Figure } from '../../test/e2e/audit/figure';
import { pageFigures } from '../../test/e2e/audit/pages';
import { paymentFigures } from '../../test/e2e/audit/payment';
import { startFigures } from '../../test/e2e/audit/start';
import { Customer } from '../../test/e2e/support/customer';
import { startShop } from '../../test/e2e/support/shop';
import { Till } from '../../test/e2e/support/till';
import { chromiumFlags, ensureChromium } from '../../tools/browser.mjs';
import { typical } from './run';

/** WeChat's audit on the running simulator. */
export async function audit(): Promise<Figure[]> {
  const executablePath = ensureChromium();
  const shop = await startShop();
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const figures: Figure[] = [];
    for (const measure of [measureStart, measurePayments, measurePages]) {
      const context = await browser.newContext({
        viewport: { width: 390, height: 844 },
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
      });
      figures.push(...(await measure(new Till(await context.newPage(), shop), shop)));
      await context.close();
    }
    return figures;
  } finally {
    await browser.close();
    await shop.simulator.close();
  }
}

type Shop = Awaited<ReturnType<typeof startShop>>;

const measureStart = (till: Till): Promise<Figure[]> => startFigures(till);

const measurePayments = (till: Till, { simulator: { sandbox } }: Shop): Promise<Figure[]> =>
  paymentFigures(till, new Customer(sandbox, 'c1'), new Customer(sandbox, 'c3'));

const measurePages = (till: Till, { simulator }: Shop): Promise<Figure[]> =>
  pageFigures(till, simulator.url);

/** Times of `npm start`'s work before the first page, ms on the wall: the middle of several. */
export async function buildTimes(): Promise<{ app: number; runtime: number }> {
  const app: number[] = [];
  const runtime: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    const began = performance.now();
    await compileProject(folderTree(path.resolve('miniprogram')));
    const compiled = performance.now();
    await bundleBrowserScript('runtime.js');
    app.push(compiled - began);
    runtime.push(performance.now() - compiled);
  }
  return { app: typical(app), runtime: typical(runtime) };
}
