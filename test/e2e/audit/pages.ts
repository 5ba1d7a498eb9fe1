import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { scenarios } from '../../pages/scenarios';
import { fakeAttempt } from '../../support/fakes/attempt';
import { expect, type Till } from '../support';
import { seedJournal } from '../support/seed';
import { smallTapTargets } from '../support/tap-targets';
import type { Figure } from './figure';

/** What one page shows, as WeChat's audit counts it. */
interface Tree {
  readonly nodes: number;
  readonly depth: number;
  readonly children: number;
  /** Pictures that break a rule: out of proportion, or below the first screen and loaded at once. */
  readonly images: readonly string[];
  readonly small: readonly string[];
}

interface Seen extends Tree {
  readonly name: string;
}

/** Payments of one day at a busy till. */
const MANY = 300;

/** Every page of app.json in every state of the scenarios, and the records of a full day. */
export async function pageFigures(till: Till, server: string): Promise<Figure[]> {
  const seen: Seen[] = [];
  const { pages } = JSON.parse(
    readFileSync(path.resolve(__dirname, '../../../miniprogram/app.json'), 'utf8'),
  ) as { pages: string[] };
  for (const route of pages) {
    const states = scenarios.filter(({ page }) => route === `pages/${page}/${page}`);
    const attempts = states.length > 0 ? states.map(({ attempt }) => attempt) : [COLLECTED];
    for (const attempt of attempts) {
      await seedJournal(till, server, [attempt]);
      await till.open(route, `id=${attempt.id}`);
      seen.push({ name: route, ...(await readTree(till.page)) });
    }
  }
  await seedJournal(till, server, fullDay());
  await till.open();
  await till.signIn();
  // Read before the page is opened, so that what is counted is the whole list.
  await expect
    .poll(async () => (await till.phone.attempts()).length, { timeout: 60_000 })
    .toBe(MANY);
  await till.button('收款记录').click();
  await expect.poll(() => till.phone.pages()).toContain('records');
  await expect(till.page.locator('wx-page:visible')).toContainText(COLLECTED.bill);
  seen.push({
    name: `pages/records/records with ${MANY} payments`,
    ...(await readTree(till.page)),
  });
  await seedJournal(till, server, []);
  return [
    most('nodes of a page', 'nodes', seen, ({ nodes }) => nodes, 1_000, 999),
    most('levels of a page', 'levels', seen, ({ depth }) => depth, 30, 29),
    most('children of a node', 'nodes', seen, ({ children }) => children, 60, 60),
    faults('tap areas below 44 px', 'places', seen, ({ small }) => small),
    faults(
      'pictures out of proportion or loaded too early',
      'images',
      seen,
      ({ images }) => images,
    ),
  ];
}

const COLLECTED = fakeAttempt('collected', { proof: 'answer', billComplete: true });

function fullDay(): ReturnType<typeof fakeAttempt>[] {
  const now = Date.now();
  return Array.from({ length: MANY }, (_, index) =>
    fakeAttempt('collected', {
      id: `many-${index}`,
      proof: 'answer',
      billComplete: true,
      preparedAt: now - index,
      submittedAt: now - index,
      stateAt: now - index,
    }),
  );
}

function most(
  what: string,
  unit: Figure['unit'],
  seen: readonly Seen[],
  value: (one: Seen) => number,
  wechat: number,
  budget: number,
): Figure {
  const worst = [...seen].sort((a, b) => value(b) - value(a))[0];
  if (worst === undefined) throw new Error('no page was seen');
  return { what, measured: value(worst), unit, wechat, budget, where: worst.name };
}

function faults(
  what: string,
  unit: Figure['unit'],
  seen: readonly Seen[],
  list: (one: Seen) => readonly string[],
): Figure {
  const found = seen.flatMap((one) => list(one).map((fault) => `${one.name}: ${fault}`));
  return { what, measured: found.length, unit, wechat: 0, budget: 0, where: found.join('; ') };
}

async function readTree(page: Page): Promise<Tree> {
  // Drawn, with what the first answer of the journal changes.
  await page.waitForTimeout(300);
  const small = await smallTapTargets(page);
  const tree = await page.evaluate(() => {
    const root = document.querySelector('.sim-page:not([hidden]) wx-page');
    if (root === null) throw new Error('no page is shown');
    const all = [root, ...root.querySelectorAll('*')];
    // No inner function has a name here: the bench's compiler would mark it with a helper of its own.
    const levels = all.map((node) => {
      let level = 1;
      for (let at = node; at !== root && at.parentElement; at = at.parentElement) level += 1;
      return level;
    });
    const images = Array.from(root.querySelectorAll('wx-image')).flatMap((box) => {
      const { width, height, top } = box.getBoundingClientRect();
      const picture = box.querySelector('img');
      const name = picture?.getAttribute('src') ?? 'picture';
      if (picture !== null && picture.naturalWidth > 0 && height > 0) {
        const ratio = width / height / (picture.naturalWidth / picture.naturalHeight);
        if (ratio < 0.85 || ratio > 1.15) return [`${name} is drawn ${width}×${height}`];
      }
      const lazy = box.hasAttribute('lazy-load') || picture?.getAttribute('loading') === 'lazy';
      return top > window.innerHeight && !lazy ? [`${name} is not lazy`] : [];
    });
    return {
      nodes: all.length,
      depth: Math.max(...levels),
      children: Math.max(...all.map((node) => node.children.length)),
      images,
    };
  });
  return { ...tree, small };
}
