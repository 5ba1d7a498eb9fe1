import { test as base, type Page } from '@playwright/test';
import { disagreements, disagreementsOfTills } from './agreement';
import { Customer } from './customer';
import { KeptContext } from './kept-context';
import { LeakWatch } from './leaks';
import { PosServer } from './pos-server';
import { startShop, type Shop } from './shop';
import { expect, Till } from './till';
import { heldByAll } from './tills';

export { AMOUNT, BILL, expect, OTHER_BILL, target, type Till } from './till';
export type { Customer } from './customer';
export type { PosServer } from './pos-server';

interface Fixtures {
  readonly till: Till;
  /** `till`, and what `another` has opened. */
  readonly tills: Till[];
  /** One more page of the same till (one storage), or another till's phone. Not opened yet. */
  readonly another: (what: 'page' | 'phone') => Promise<Till>;
  /** The server's side: the ground truth, and the faults. */
  readonly pos: PosServer;
  /** Pays without a password. */
  readonly customer: Customer;
  /** Is asked for the password at every payment. */
  readonly carefulCustomer: Customer;
  /** Lets time pass for the app, the server and the customer's phone at once. Ask for it before opening. */
  readonly pass: (ms: number) => Promise<void>;
  /** Every heading of a result page that was ever shown, in order. */
  readonly headings: readonly string[];
  readonly leakWatch: LeakWatch;
  /** What the app's script has thrown and nobody caught: never anything. */
  readonly programErrors: string[];
  readonly afterwards: undefined;
}

interface WorkerFixtures {
  readonly shop: Shop;
  readonly kept: KeptContext;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  kept: [
    async ({ browser }, use) => {
      const kept = new KeptContext(browser);
      await use(kept);
      await kept.end();
    },
    { scope: 'worker' },
  ],
  context: async ({ kept, shop, viewport, colorScheme }, use) => {
    const context = await kept.take(JSON.stringify([viewport, colorScheme]));
    // WeChat asks nobody for the clipboard's sake; whether a browser does differs.
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await use(context);
    await kept.clear(shop.simulator.url);
  },
  shop: [
    async ({ browserName: _ }, use) => {
      const shop = await startShop();
      await use(shop);
      await shop.simulator.close();
    },
    { scope: 'worker' },
  ],
  pos: async ({ shop }, use) => {
    shop.clock.reset();
    shop.simulator.sandbox.reset();
    await use(new PosServer(shop.simulator.sandbox));
  },
  customer: async ({ shop, pos: _ }, use) => {
    await use(new Customer(shop.simulator.sandbox, 'c1'));
  },
  carefulCustomer: async ({ shop, pos: _ }, use) => {
    await use(new Customer(shop.simulator.sandbox, 'c3'));
  },
  leakWatch: async ({ page }, use) => {
    const watch = new LeakWatch();
    await watch.watch(page);
    await watch.expectEmptyPhone(page);
    await use(watch);
  },
  programErrors: async ({ page }, use) => {
    const errors: string[] = [];
    noteErrors(page, errors);
    await use(errors);
  },
  till: async ({ page, shop }, use) => {
    await use(new Till(page, shop));
  },
  tills: async ({ till }, use) => {
    const tills = [till];
    await use(tills);
    for (const { page } of tills.slice(1)) {
      await (page.context() === till.page.context() ? page : page.context()).close();
    }
  },
  another: async ({ page, browser, shop, tills, leakWatch, programErrors }, use) => {
    await use(async (what) => {
      const context = what === 'page' ? page.context() : await browser.newContext();
      if (what === 'phone') await context.clock.install({ time: shop.clock.now() });
      const other = new Till(await context.newPage(), shop);
      await leakWatch.watch(other.page);
      noteErrors(other.page, programErrors);
      tills.push(other);
      return other;
    });
  },
  pass: async ({ page, shop, kept, pos: _, tills }, use) => {
    kept.spoil();
    await page.clock.install({ time: shop.clock.now() });
    await use(async (ms) => {
      shop.clock.pass(ms);
      // The pages of one phone have one clock.
      const clocks = new Set(tills.map((till) => till.page.context().clock));
      for (const clock of clocks) await clock.fastForward(ms);
    });
  },
  headings: async ({ page }, use) => {
    const headings: string[] = [];
    await page.exposeFunction('__heading', (text: string) => {
      if (headings[headings.length - 1] !== text) headings.push(text);
    });
    await page.addInitScript(tellHeadings);
    await use(headings);
  },
  // Whatever a test was about, at its end the app and the ledger agree and nothing has leaked.
  afterwards: [
    async ({ till, tills, pos, leakWatch, programErrors }, use, testInfo) => {
      await use(undefined);
      if (testInfo.status !== testInfo.expectedStatus) return;
      expect(leakWatch.leftovers).toEqual([]);
      expect(leakWatch.leaks).toEqual([]);
      expect(programErrors).toEqual([]);
      if (!till.isOpen) return;
      if (tills.length > 1) {
        const compare = async (what: 'attempts' | 'journal'): Promise<string[]> =>
          disagreementsOfTills(pos.charges(), await heldByAll(tills, what));
        expect(await compare('attempts')).toEqual([]);
        await expect.poll(() => compare('journal')).toEqual([]);
        return;
      }
      expect(disagreements(pos.charges(), await till.phone.attempts())).toEqual([]);
      await expect
        .poll(async () => disagreements(pos.charges(), await till.phone.journal()))
        .toEqual([]);
    },
    { auto: true },
  ],
});

/** The simulator prints them so, and tells App.onError. */
function noteErrors(page: Page, errors: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().startsWith('[小程序]')) {
      errors.push(message.text());
    }
  });
}

declare global {
  interface Window {
    __heading: (text: string) => Promise<void>;
  }
}

/** Runs in the page. */
function tellHeadings(): void {
  let before = '';
  const look = (): void => {
    const shown = document.querySelector('.sim-page:not([hidden]) wx-page [role=heading]');
    const text = shown?.textContent.trim() ?? '';
    if (text !== before && text !== '') void window.__heading(text);
    before = text;
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
}
