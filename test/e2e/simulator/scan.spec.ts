import { toBuffer } from 'bwip-js/node';
import { expect, test } from './support';

const CODE = '134567890123456789';

const picture = (bcid: string, text: string): Promise<Buffer> =>
  toBuffer({
    bcid,
    text,
    scale: 3,
    paddingwidth: 10,
    paddingheight: 10,
    backgroundcolor: 'ffffff',
  });

test('a typed code; the page is hidden while the sheet is open', async ({ open, page, log }) => {
  await open();
  await page.getByRole('button', { name: '扫码' }).click();
  const sheet = page.getByRole('dialog', { name: '模拟扫码' });
  await expect(sheet.getByRole('button', { name: '打开摄像头' })).toBeVisible();
  await expect(sheet.getByText('选择图片')).toBeVisible();
  expect(await log()).toContain('home onHide');
  await sheet.getByLabel('条码内容').fill(CODE);
  await sheet.getByRole('button', { name: '确定' }).click();
  await expect(page.getByText(`扫到 CODE_128:${CODE}`)).toBeVisible();
  await expect(sheet).toBeHidden();
});

test('a typed path is a mini program code of the app: no result', async ({ open, page }) => {
  await open();
  await page.getByRole('button', { name: '扫码' }).click();
  await page.getByLabel('条码内容').fill('pages/home/home?scene=XS1');
  await page.getByRole('button', { name: '确定' }).click();
  await expect(page.getByText('扫到 WX_CODE:', { exact: true })).toBeVisible();
});

for (const [kind, name] of [
  ['code128', 'CODE_128'],
  ['qrcode', 'QR_CODE'],
] as const) {
  test(`a real picture of a ${name} is decoded`, async ({ open, page }) => {
    await open();
    await page.getByRole('button', { name: '扫码' }).click();
    const buffer = await picture(kind, CODE);
    const file = { name: 'code.png', mimeType: 'image/png', buffer };
    await page.getByLabel('选择图片').setInputFiles(file);
    await expect(page.getByText(`扫到 ${name}:${CODE}`)).toBeVisible();
  });
}

test('control characters come as they are, not spelt out', async ({ open, page }) => {
  await open();
  await page.getByRole('button', { name: '扫码' }).click();
  const buffer = await picture('qrcode', 'A\u001dB');
  await page.getByLabel('选择图片').setInputFiles({ name: 'c.png', mimeType: 'image/png', buffer });
  await expect
    .poll(() => page.getByText('扫到 QR_CODE').textContent())
    .toBe('扫到 QR_CODE:A\u001dB');
});

test('a picture without a code fails, cancel fails', async ({ open, page }) => {
  await open();
  await page.getByRole('button', { name: '扫码' }).click();
  const buffer = await page.screenshot();
  await page.getByLabel('选择图片').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer });
  await expect(page.getByText('扫到 scanCode:fail', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '扫码' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await expect(page.getByText('扫到 scanCode:fail cancel')).toBeVisible();
});

for (const [order, expected] of [
  ['android', ['home onShow', 'scan success']],
  ['ios', ['scan success', 'home onShow']],
] as const) {
  test(`${order}: ${expected.join(' before ')}`, async ({ open, page, log }) => {
    await open();
    await page.evaluate((name) => window.__simulator.setScanOrder(name), order);
    await page.getByRole('button', { name: '扫码' }).click();
    await page.getByLabel('条码内容').fill(CODE);
    await page.getByLabel('条码内容').press('Enter');
    const after = async (): Promise<string[]> => {
      const entries = await log();
      const rest = entries.slice(entries.indexOf('home onHide'));
      return rest.filter((entry) => (expected as readonly string[]).includes(entry));
    };
    await expect.poll(after).toEqual([...expected]);
  });
}
