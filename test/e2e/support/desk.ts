import { test as base } from '.';
import { expect, Till } from './till';
import type { Shop } from './shop';
import type { Frame, Page } from '@playwright/test';

/** The page at `/`: the till's phone in a frame, with the keys of a phone below it. */
export class Desk extends Till {
  constructor(page: Page, shop: Shop) {
    super(page, shop, () => frameOf(page));
  }

  override async open(): Promise<void> {
    await this.page.goto(this.shop.simulator.url);
    await this.page.frameLocator('#cashier').locator('wx-page:visible').first().waitFor();
  }

  /** Presses a key below the phone. */
  async press(name: string): Promise<void> {
    await this.page
      .getByRole('toolbar')
      .getByRole('button', { name, exact: true })
      .click({ timeout: 5_000 });
  }

  /** What starts the app anew; ends when the new one runs. */
  async restartBy(act: () => Promise<void>): Promise<void> {
    const frame = frameOf(this.page);
    await frame.evaluate(() => {
      document.documentElement.id = 'before-restart';
    });
    await act();
    await frame.waitForFunction(
      () => document.documentElement.id === '' && '__simulator' in window,
    );
    await frame.locator('wx-page:visible').first().waitFor();
  }

  async choose(field: string, option: string): Promise<void> {
    await this.page.getByRole('toolbar').getByLabel(field).selectOption(option);
  }

  /** "前台 · Wi-Fi" above the phone. */
  async expectState(text: string): Promise<void> {
    await expect(this.page.locator('#state')).toHaveText(text);
  }

  /** Draws a finger across the phone from its left edge, over a share of its width. */
  async swipe(share: number): Promise<void> {
    const box = await this.page.locator('#cashier').boundingBox();
    if (box === null) throw new Error('no phone');
    const y = box.y + box.height / 2;
    // The scan sheet goes with a transition: until then the finger would be on the sheet.
    await frameOf(this.page).waitForFunction(
      (middle) => document.elementFromPoint(6, middle)?.closest('.sim-page') !== null,
      box.height / 2,
    );
    const { mouse } = this.page;
    await mouse.move(box.x + 6, y);
    await mouse.down();
    for (let step = 1; step <= 8; step += 1) {
      await mouse.move(box.x + 6 + (box.width * share * step) / 8, y);
    }
    await mouse.up();
  }
}

function frameOf(page: Page): Page | Frame {
  return page.frame('cashier') ?? page;
}

export const test = base.extend<{ readonly till: Desk }>({
  viewport: { width: 1440, height: 1000 },
  till: async ({ page, shop }, use) => {
    await use(new Desk(page, shop));
  },
});
