import { expect, test } from './support';
import { showEveryPage } from './support/every-page';
import { cutTexts } from './support/overflow';
import { smallTapTargets } from './support/tap-targets';

/** The largest that WeChat's phones have: 26 px on Android, 25.5 px on iOS; 29.75 px on an iPad. */
const LOOKS = [
  { width: 390, height: 844, fontSize: 26 },
  { width: 320, height: 568, fontSize: 26 },
  // Between: some lines are just not wrapped yet.
  { width: 390, height: 844, fontSize: 22 },
  { width: 320, height: 568, fontSize: 19 },
  { width: 320, height: 568, fontSize: 14 },
  { width: 768, height: 1024, fontSize: 29.75 },
];

for (const { width, height, fontSize } of LOOKS) {
  test.describe(`${width} × ${height}, ${fontSize} px`, () => {
    test.use({ viewport: { width, height } });

    test('no word is cut off, nothing to tap is too small', async ({ till, shop }) => {
      test.setTimeout(240_000);
      const look = async (name: string): Promise<void> => {
        await till.page.waitForTimeout(350);
        expect.soft(await cutTexts(till.page), name).toEqual([]);
        expect.soft(await smallTapTargets(till.page), name).toEqual([]);
      };
      await showEveryPage(till, shop.simulator.url, look, async () => {
        await till.page.evaluate((size) => {
          window.localStorage.setItem('simulator:fontSize', String(size));
        }, fontSize);
      });
    });
  });
}
