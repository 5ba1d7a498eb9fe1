import type { Page } from '@playwright/test';

/** Ends when what comes in by a transition is there: animations are finished instead of waited for. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    // Classes that begin a transition are set in a frame of their own.
    for (let turn = 0; turn < 3; turn += 1) {
      await frame();
      for (const animation of document.getAnimations()) {
        const { iterations = 1 } = animation.effect?.getComputedTiming() ?? {};
        if (iterations !== Infinity) animation.finish();
      }
    }
  });
}
