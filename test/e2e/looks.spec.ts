import { expect, test } from './support';
import { seriousFindings } from './support/axe';
import { WALKS } from './support/every-page';
import { cutTexts } from './support/overflow';
import { settle } from './support/settle';
import { smallTapTargets } from './support/tap-targets';
import type { Till } from './support/till';

interface Look {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
}

/** As a test finds the phone. */
const USUAL: Look = { width: 390, height: 844, fontSize: 16 };

/** The largest that WeChat's phones have: 26 px on Android, 25.5 px on iOS; 29.75 px on an iPad. */
const SIZES: readonly Look[] = [
  { width: 390, height: 844, fontSize: 26 },
  { width: 320, height: 568, fontSize: 26 },
  // Between: some lines are just not wrapped yet.
  { width: 390, height: 844, fontSize: 22 },
  { width: 320, height: 568, fontSize: 19 },
  { width: 320, height: 568, fontSize: 14 },
  { width: 768, height: 1024, fontSize: 29.75 },
];

async function use({ page, phone }: Till, { width, height, fontSize }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  await phone.fontSize(fontSize);
  await settle(page);
}

test.describe.configure({ mode: 'parallel' });

// One walk with every judge: coming to a state costs more than to look at it in one more way.
for (const [name, walk] of Object.entries(WALKS)) {
  test(`${name}: no word is cut off, nothing to tap is too small, nothing is serious to axe`, async ({
    till,
    shop,
  }) => {
    test.setTimeout(240_000);
    const { page } = till;
    await walk(till, shop.simulator.url, async (state) => {
      for (const size of SIZES) {
        await use(till, size);
        const seen = `${state}, ${size.width} × ${size.height}, ${size.fontSize} px`;
        expect.soft(await cutTexts(page), seen).toEqual([]);
        expect.soft(await smallTapTargets(page), seen).toEqual([]);
      }
      await use(till, USUAL);
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        await settle(page);
        expect.soft(await seriousFindings(page), `${state}, ${colorScheme}`).toEqual([]);
      }
    });
  });
}

test('a look is really another one', async ({ till }) => {
  await till.open();
  const seen = (): Promise<string[]> =>
    till.page.evaluate(() => {
      const { fontSize } = getComputedStyle(document.documentElement);
      const page = document.querySelector('.sim-page:not([hidden]) wx-page') ?? document.body;
      return [fontSize, String(window.innerWidth), getComputedStyle(page).backgroundColor];
    });
  await use(till, USUAL);
  const usual = await seen();
  await use(till, { width: 320, height: 568, fontSize: 26 });
  await till.page.emulateMedia({ colorScheme: 'dark' });
  await settle(till.page);
  const other = await seen();
  expect(other.slice(0, 2)).toEqual(['26px', '320']);
  expect(usual.slice(0, 2)).toEqual(['16px', '390']);
  expect(other[2]).not.toBe(usual[2]);
});
