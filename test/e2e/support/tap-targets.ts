import type { Page } from '@playwright/test';

/** What a finger hits reliably, px. */
const SMALLEST = 44;

/** @returns every place to tap on the page on top that is smaller than a finger needs: name and size */
export async function smallTapTargets(page: Page): Promise<string[]> {
  return page.evaluate((smallest) => {
    const root = document.querySelector('.sim-page:not([hidden]) wx-page');
    const places = root?.querySelectorAll('[wx-tap], [role=button], button, input') ?? [];
    return Array.from(places).flatMap((place) => {
      if (!place.checkVisibility()) return [];
      // Vant listens on parts of its components that are no keys; its keys are told by their role.
      const within = place.closest('[wx-is]')?.getAttribute('wx-is') ?? '';
      const key = place.matches('[role=button], button, input');
      if (within.startsWith('miniprogram_npm/') && !key) return [];
      const { width, height } = place.getBoundingClientRect();
      // Half a pixel is rounding.
      if (width >= smallest - 0.5 && height >= smallest - 0.5) return [];
      const name = place.getAttribute('aria-label') ?? place.textContent.trim();
      return [`${name} ${width.toFixed(0)}×${height.toFixed(0)}`];
    });
  }, SMALLEST);
}
