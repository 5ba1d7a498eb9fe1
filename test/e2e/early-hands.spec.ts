import { BILL, expect, test } from './support';

/** How long the services' start is put off: a slow phone's, and more. */
const SLOW = 1_500;

test('hands that are quicker than the start: nothing typed is lost, nothing is called an error', async ({
  till,
  pos,
  customer,
}) => {
  await till.start();
  await till.page.addInitScript((ms) => {
    const { setTimeout } = window;
    let first = true;
    window.setTimeout = ((step: () => void, delay?: number, ...rest: unknown[]) => {
      // The app's own first timer starts the services.
      const put = first && delay === 0;
      if (put) first = false;
      return setTimeout(step, put ? ms : delay, ...rest);
    }) as typeof window.setTimeout;
  }, SLOW);
  await till.page.reload();
  await expect(till.page.getByLabel('售货单号')).toBeDisabled();
  // A finger lands where it lands.
  await till.button('设置').click({ force: true });
  await till.button('5').click({ force: true });
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges(BILL)).toHaveLength(1);
  await till.button('下一单').click();
  await expect(till.button('扫码收款')).toBeVisible();
  await expect(till.page.getByText(/程序出错/)).toBeHidden();
});
