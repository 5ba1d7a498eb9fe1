import { figureTable, type Figure } from './audit/figure';
import { pageFigures } from './audit/pages';
import { paymentFigures } from './audit/payment';
import { startFigures } from './audit/start';
import { expect, test } from './support';

/** WeChat's audit (体验评分) on the running app; `npm run bench` prints the same table. */
function judge(figures: readonly Figure[]): void {
  console.log(`\n${figureTable(figures)}`);
  for (const { what, measured, budget, where = '' } of figures) {
    if (budget === null) continue;
    expect.soft(measured, `${what} ${where}`).toBeLessThanOrEqual(budget);
  }
}

test('start', async ({ till }) => {
  judge(await startFigures(till));
});

test('a payment', async ({ till, customer, carefulCustomer }) => {
  judge(await paymentFigures(till, customer, carefulCustomer));
});

test('every page', async ({ till, shop }) => {
  judge(await pageFigures(till, shop.simulator.url));
});
