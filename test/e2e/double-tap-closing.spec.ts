import { BILL, expect, OTHER_BILL, test, type Customer, type Till } from './support';
import { closeByWord } from './support/closing';

async function unresolved(
  till: Till,
  pass: (ms: number) => Promise<void>,
  customer: Customer,
): Promise<void> {
  await till.start();
  await till.collect({ code: customer.code() });
  await expect(till.heading).toHaveText('等待客人付款');
  customer.cancel();
  await pass(61_000);
  await expect(till.heading).toHaveText('结果未知');
}

for (const [kind, state, pages] of [
  ['确认已收款', 'staffPaid', ['collect', 'success']],
  ['确认未收款', 'staffNotPaid', ['collect', 'failure']],
] as const) {
  test(`double taps from ${kind} to the end close once`, async ({
    till,
    pos,
    pass,
    carefulCustomer,
  }) => {
    await unresolved(till, pass, carefulCustomer);
    await till.button('继续查询').dblclick();
    await closeByWord(till, kind, 'dblclick');
    await expect.poll(() => till.phone.pages()).toEqual(pages);
    const [attempt] = await till.phone.attempts();
    expect(attempt?.state).toBe(state);
    expect(attempt?.history.filter(({ cause }) => cause === 'staff')).toHaveLength(1);
    expect(pos.count(BILL)).toBe(1);
  });
}

test('a double tap on 下一步 does not answer the second question', async ({
  till,
  pass,
  carefulCustomer,
}) => {
  await unresolved(till, pass, carefulCustomer);
  await till.button('确认未收款').click();
  await till.page.getByRole('radio').first().click();
  await till.button('下一步').dblclick();
  await expect(till.text('请再次确认')).toBeVisible();
  // Whatever the second tap has set off is done by the end of a query.
  await till.button('取消').dblclick();
  await expect(till.text('请再次确认')).toBeHidden();
  await till.button('继续查询').click();
  await expect(till.heading).toHaveText('结果未知');
  expect(await till.phone.attempts()).toMatchObject([{ state: 'unresolved', closing: null }]);
});

test('知道了 twice dismisses one piece of news', async ({
  till,
  pass,
  customer,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await till.button('先收下一单').click();
  const undecided = till.page.getByText(/笔收款待确认/);
  await expect(undecided).toBeVisible();
  carefulCustomer.confirm();
  await pass(7_000);
  const news = till.text(`${BILL} ¥28.00 已收款 按单据状态`);
  await expect(news).toBeVisible();
  await till.button('知道了').dblclick();
  await expect(news).toBeHidden();
  // The second tap has hit nothing that has moved into its place.
  await expect.poll(() => till.phone.pages()).toEqual(['collect']);
  await till.collect({ bill: OTHER_BILL, amount: '2', code: customer.code() });
  await expect(till.heading).toHaveText('收款成功');
});

test('two pieces of news: 知道了 twice does not lose the second unread', async ({
  till,
  pos,
  pass,
  customer,
  carefulCustomer,
}) => {
  await till.start();
  await till.collect({ code: carefulCustomer.code() });
  await till.button('先收下一单').click();
  pos.fault('undecided', { ms: 3_000 });
  await till.collect({ bill: OTHER_BILL, amount: '2', code: customer.code() });
  await till.button('先收下一单').click();
  await expect(till.text('2 笔收款待确认')).toBeVisible();
  carefulCustomer.confirm();
  await pass(15_000);
  await expect(till.text('2 笔收款待确认')).toBeHidden();
  await expect(till.page.getByText(/笔收款待确认/)).toBeHidden();
  const news = till.page.getByText(/¥(28|2)\.00 已收款/);
  const first = await news.innerText();
  await till.button('知道了').dblclick();
  // By the time a later tap shows, both taps have done what they do.
  await till.button('7').click();
  await expect(till.text('7')).toHaveCount(2);
  await expect(news).not.toHaveText(first);
  await expect(news).toHaveCount(1);
});

test('重新登录 twice opens one sign-in page', async ({ till, pos, carefulCustomer }) => {
  await till.start();
  pos.fault('session-expired', { target: 'main-row', afterBarcode: true });
  await till.collect({ code: carefulCustomer.code() });
  await till.button('重新登录').dblclick();
  await expect(till.page.getByLabel('用户名')).toBeVisible();
  await till.signIn();
  await expect(till.heading).toHaveText('等待客人付款');
  await expect.poll(() => till.phone.pages()).toEqual(['collect', 'pending']);
});
