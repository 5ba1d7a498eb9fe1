import { fakeAttempt } from '../support/fakes/attempt';
import { BILL, expect, test } from './support';
import { seedJournal } from './support/seed';

const COLLECT = 'pages/collect/collect';
const TICKET = `https://pos.example.com/t?billnum=${BILL}&amount=20`;

for (const [way, query] of [
  ['a path', `billnum=${BILL}&amount=20`],
  [
    'a ticket’s link',
    `q=${encodeURIComponent(encodeURIComponent(TICKET))}&scancode_time=1700000000`,
  ],
  ['a mini program code', `scene=${encodeURIComponent(`${BILL}~20`)}`],
] as const) {
  test(`${way}: filled in after the sign-in, one tap from the scanner`, async ({
    till,
    pos,
    customer,
  }) => {
    await till.open(COLLECT, query);
    await till.signIn();
    await expect(till.page.getByLabel('售货单号')).toHaveValue(BILL);
    await expect(till.text('来自单据码')).toBeVisible();
    await expect(till.button('待收 28.00 填入')).toBeVisible();
    await expect(till.sheet).toBeHidden();
    expect(pos.count(BILL)).toBe(0);
    await till.button('扫码收款').click();
    await till.scan(customer.code());
    await expect(till.heading).toHaveText('部分收款成功');
    expect(pos.charges()).toMatchObject([{ billNumber: BILL, fen: 2000 }]);
  });
}

for (const [way, code] of [
  ['our own mini program code', `pages/collect/collect?scene=${encodeURIComponent(`${BILL}~20`)}`],
  ['a plain link', TICKET],
] as const) {
  test(`扫单号 reads a ticket’s code, ${way}: bill and amount, one tap from the scanner`, async ({
    till,
    pos,
    customer,
  }) => {
    await till.start();
    await till.button('扫单号').click();
    await till.scan(code);
    await expect(till.page.getByLabel('售货单号')).toHaveValue(BILL);
    await expect(till.text('来自单据码')).toBeVisible();
    await expect(till.sheet).toBeHidden();
    expect(pos.count(BILL)).toBe(0);
    await till.button('扫码收款').click();
    await till.scan(customer.code());
    await expect(till.heading).toHaveText('部分收款成功');
    expect(pos.charges()).toMatchObject([{ billNumber: BILL, fen: 2000 }]);
  });
}

test('扫单号 of another shop’s code leaves what is typed', async ({ till, pos }) => {
  await till.start();
  await till.fillBill(BILL);
  await till.typeAmount('10');
  for (const [code, words] of [
    ['https://evil.net/t?billnum=XS1&amount=20', '这个二维码不是本店的单据码'],
    ['pages/collect/collect?scene=~20', '单据码里没有售货单号'],
  ] as const) {
    await till.button('扫单号').click();
    await till.scan(code);
    await expect(till.text(words)).toBeVisible();
    await expect(till.page.getByLabel('售货单号')).toHaveValue(BILL);
    await expect(till.text('10')).toBeVisible();
  }
  expect(pos.charges()).toEqual([]);
});

test('a bill with an undecided attempt opens that attempt', async ({ till, shop, pos }) => {
  const { url } = shop.simulator;
  await seedJournal(till, url, [fakeAttempt('unresolved')]);
  await till.open(COLLECT, `billnum=${BILL}&amount=28`);
  await till.signIn();
  await expect(till.heading).toHaveText('结果未知');
  await expect.poll(() => till.phone.pages()).toEqual(['collect', 'pending']);
  expect(pos.count(BILL)).toBe(0);
  await seedJournal(till, url, []);
});

// A payment code in a link is refused, too: test/pages/collect-launch.test.ts. Here it would stand in
// the address of the simulator.
test('another shop’s link and a code without a bill are refused in words', async ({
  till,
  pos,
}) => {
  await till.open(COLLECT, 'scene=~28');
  await till.signIn();
  await expect(till.text('单据码里没有售货单号')).toBeVisible();
  await till.open(COLLECT, `q=${encodeURIComponent('https%3A%2F%2Fevil.net%2F%3Fbillnum%3DXS1')}`);
  await till.signIn();
  await expect(till.text('这个二维码不是本店的单据码')).toBeVisible();
  await expect(till.page.getByLabel('售货单号')).toHaveValue('');
  expect(pos.charges()).toEqual([]);
});
