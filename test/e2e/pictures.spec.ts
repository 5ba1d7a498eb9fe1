import { readFile } from 'node:fs/promises';
import { BILL, expect, test } from './support';

test('the picture that the customer has saved is scanned', async ({
  till,
  pos,
  customer,
  context,
  shop,
}) => {
  await till.start();
  const phone = await context.newPage();
  await phone.goto(`${shop.simulator.url}/customer`);
  await expect(phone.getByAltText('付款二维码')).toBeVisible();
  const saved = phone.waitForEvent('download');
  await phone.getByRole('button', { name: '保存付款码图片' }).click();
  const picture = await (await saved).path();
  expect((await readFile(picture)).subarray(1, 4).toString('latin1')).toBe('PNG');

  await till.startScan();
  await till.sheet.getByLabel('选择图片').setInputFiles(picture);
  await expect(till.heading).toHaveText('收款成功');
  expect(pos.charges()).toMatchObject([{ billNumber: BILL, fen: 2800, customerId: 'c1' }]);
  // The customer sees it, too; and a code that is used is gone.
  await expect(phone.getByText(`¥${(customer.balance() / 100).toFixed(2)}`)).toBeVisible();
  await phone.close();
});

for (const [type, name] of [
  ['code128', 'Code 128'],
  ['qr', 'QR'],
] as const) {
  test(`a picture of the ${name} alone`, async ({ till, pos, request, shop }) => {
    const { url } = shop.simulator;
    const answer = await request.get(`${url}/sandbox/customers/c1/code.png?type=${type}`);
    const buffer = await answer.body();
    await till.start();
    await till.startScan();
    const file = { name: 'code.png', mimeType: 'image/png', buffer };
    await till.sheet.getByLabel('选择图片').setInputFiles(file);
    await expect(till.heading).toHaveText('收款成功');
    expect(pos.charges()).toMatchObject([{ billNumber: BILL, fen: 2800 }]);
  });
}

test('a picture that holds no code, and a file that is no picture', async ({ till, pos }) => {
  await till.start();
  const photo = await till.page.screenshot();
  await till.startScan();
  for (const buffer of [photo, Buffer.from('not a picture')]) {
    const file = { name: 'photo.png', mimeType: 'image/png', buffer };
    await till.sheet.getByLabel('选择图片').setInputFiles(file);
    await expect(till.sheet).toBeHidden();
    await expect(till.page.locator('wx-page:visible [role=alert]')).not.toHaveText('');
    await till.button('扫码收款').click();
  }
  expect(pos.count(BILL)).toBe(0);
  expect(await till.phone.attempts()).toEqual([]);
});
