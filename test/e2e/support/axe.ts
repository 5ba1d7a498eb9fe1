import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { source } from 'axe-core';

declare global {
  interface Window {
    axe: { run(context: string, options: object): Promise<AxeResults> };
  }
}

/** The page on top and the layers above it: what the app has drawn, not the phone around it. */
const APP = '.sim-page:not([hidden]) .sim-stage';

/** @returns what axe finds serious or critical on the screen: rule, place, and why */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async (context) => {
    // Empty and clear, but over everything: axe would not dare to judge what lies below it.
    const layer = document.querySelector<HTMLElement>('#layer');
    layer?.style.setProperty('display', 'none');
    const { violations } = await window.axe.run(context, {
      resultTypes: ['violations'],
      // The simulator's document stands for WeChat's, which a mini program cannot change.
      rules: { region: { enabled: false } },
    });
    layer?.style.removeProperty('display');
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes
          // Nothing can be done with it yet: it may be faint (WCAG 1.4.3).
          .filter(({ target }) => {
            const place = document.querySelector(String(target[0]));
            return id !== 'color-contrast' || !place?.closest('[aria-disabled=true]');
          })
          .map(({ target, html, failureSummary }) =>
            [id, target.join(' '), html.slice(0, 160), failureSummary ?? ''].join(' | '),
          ),
      );
  }, APP);
}
