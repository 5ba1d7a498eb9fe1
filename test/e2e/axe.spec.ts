import { scenarios } from '../pages/scenarios';
import { expect, test } from './support';
import { seriousFindings } from './support/axe';
import { seedJournal } from './support/seed';

// Every page in every state: looks.spec.ts.
test('defects are found: a faint text, a field and a picture without a name', async ({
  till,
  shop,
}) => {
  const [scenario] = scenarios;
  if (scenario === undefined) throw new Error('no scenario');
  const { page, attempt } = scenario;
  await seedJournal(till, shop.simulator.url, [attempt]);
  await till.open(`pages/${page}/${page}`, `id=${attempt.id}`);
  await expect(till.heading).toBeVisible();
  expect(await seriousFindings(till.page)).toEqual([]);
  await till.page.evaluate(() => {
    const shown = document.querySelector<HTMLElement>('.sim-page:not([hidden]) wx-page');
    shown?.style.setProperty('--text-secondary', '#ccc');
    shown?.insertAdjacentHTML('beforeend', '<input type="text"><div role="button"></div>');
  });
  const rules = (await seriousFindings(till.page)).map((finding) => finding.split(' | ')[0]);
  expect(rules).toEqual(expect.arrayContaining(['color-contrast', 'label', 'aria-command-name']));
  await seedJournal(till, shop.simulator.url, []);
});
