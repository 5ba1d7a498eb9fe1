import type { ProjectAssets } from '../../../simulator/build/project';
import { expect, test } from './support';

test('mistakes in the sources cover the phone, each with its place and line', async ({
  page,
  simulator,
}) => {
  const mistake = {
    severity: 'error',
    file: 'pages/home/index.wxml',
    line: 3,
    column: 7,
    message: '<canvas> 既不是内置组件',
    source: '<view><canvas /></view>',
  };
  await page.route('**/__sim/app.json', async (route) => {
    const assets = (await (await route.fetch()).json()) as ProjectAssets;
    await route.fulfill({ json: { ...assets, diagnostics: [mistake] } });
  });
  await page.goto(`${simulator.url}/cashier`);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('编译出错 · 1');
  await expect(alert).toContainText('pages/home/index.wxml:3:7');
  await expect(alert).toContainText('<view><canvas /></view>');
});

test('a page that is not there is told of', async ({ page, simulator }) => {
  await page.goto(`${simulator.url}/cashier?path=pages/none/index`);
  await expect(page.getByRole('alert')).toContainText('page "pages/none/index" is not found');
});

test('a script that throws is told of with its place', async ({ page, simulator }) => {
  await page.route('**/__sim/app.json', async (route) => {
    const assets = (await (await route.fetch()).json()) as ProjectAssets;
    const home = { ...assets.modules['pages/home/index.js'], code: 'nobody();' };
    const modules = { ...assets.modules, 'pages/home/index.js': home };
    await route.fulfill({ json: { ...assets, modules } });
  });
  await page.goto(`${simulator.url}/cashier`);
  await expect(page.getByRole('alert')).toContainText('nobody is not defined');
  await expect(page.getByRole('alert')).toContainText('miniprogram:///pages/home/index.js');
});

test('a handler that throws: App.onError is told, as by WeChat', async ({ page, simulator }) => {
  await page.route('**/__sim/app.json', async (route) => {
    const assets = (await (await route.fetch()).json()) as ProjectAssets;
    const code = (file: string, text: string): object => ({
      [file]: { ...assets.modules[file], code: text },
    });
    const modules = {
      ...assets.modules,
      ...code('app.js', 'App({ onError(text) { console.log(`onError ${text}`); } });'),
      ...code(
        'pages/home/index.js',
        'Component({ methods: { onForward() { throw new Error("in a handler"); } } });',
      ),
    };
    await route.fulfill({ json: { ...assets, modules } });
  });
  await page.goto(`${simulator.url}/cashier`);
  const told = page.waitForEvent('console', (message) => message.text().startsWith('onError'));
  await page.getByRole('button', { name: '前往' }).click();
  expect((await told).text()).toBe('onError in a handler');
});
