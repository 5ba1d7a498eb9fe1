import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installServices } from './fixtures/app/services/services';
import { fixtureApp } from './simulate/apps';
import { prepareApp } from './simulate/prepare';
import {
  renderComponent,
  renderPage,
  type PageOptions,
  type RenderedPage,
} from './simulate/render';

const open = (options: PageOptions = {}): Promise<RenderedPage> =>
  renderPage(fixtureApp, 'pages/till/till', {
    before: () => {
      installServices({ greet: (name) => Promise.resolve(`你好，${name}`) });
    },
    ...options,
  });

const data = (page: RenderedPage): Record<string, unknown> =>
  page.instance['data'] as Record<string, unknown>;

describe('a page in the harness', () => {
  test('shows its texts in document order, own and Vant components included', async () => {
    const page = await open({ query: { bill: 'S1' } });
    expect(page.texts()).toEqual([
      '单号 S1',
      '用户名',
      '还没有问候',
      '一',
      '二',
      '¥0.00',
      '到显',
      '登录',
      '停用',
      '原生停用',
      '？',
    ]);
  });

  test('goes through its life as WeChat leads it', async () => {
    const page = await open();
    await page.hide();
    await page.show();
    await page.unload();
    const life = ['onLoad', 'onShow', 'onReady', 'onHide', 'onShow', 'onUnload'];
    expect(data(page)['log']).toEqual(life);
  });

  test('tells its components of its life', async () => {
    const page = await open();
    await page.hide();
    await page.show();
    expect(page.get('经历').text()).toBe('到显隐显');
    const component = page.get('经历');
    await page.unload();
    expect(component.text()).toBe('到显隐显离');
  });

  test('shares its modules with the test: input, tap on a Vant button, service, navigation', async () => {
    const page = await open();
    await page.input('用户名', '小王');
    await page.tap('登录');
    expect(page.get('用户名').attribute('value')).toBe('小王');
    expect(page.texts()).toContain('你好，小王');
    expect(page.texts()).not.toContain('还没有问候');
    expect(page.wx.calls()).toEqual([
      { api: 'navigateTo', options: { url: '/pages/collect/collect' } },
    ]);
  });

  test.each(['停用', '原生停用'])('a disabled button (%s) does not feel a tap', async (name) => {
    const page = await open();
    await page.tap(name);
    expect(page.texts()).toContain('还没有问候');
  });

  test('an event of an own component reaches the page, and its property comes back', async () => {
    const page = await open();
    await page.tap('金额');
    await page.tap('金额');
    expect(page.get('金额').text()).toBe('¥0.02');
  });

  test('a Vant dialog is shown only when open, and answers', async () => {
    jest.useFakeTimers();
    const page = await open();
    expect(page.text()).not.toContain('确认已收款');
    await page.tap('提问');
    await jest.advanceTimersByTimeAsync(1000);
    expect(page.text()).toContain('确认已收款？');
    await page.tap('确认');
    await jest.advanceTimersByTimeAsync(1000);
    expect(data(page)['confirmed']).toBe(true);
    expect(page.text()).not.toContain('确认已收款');
    jest.useRealTimers();
  });

  test('a missing name is told with those that are there', async () => {
    const page = await open();
    expect(page.find('退款')).toBeUndefined();
    expect(() => page.get('退款')).toThrow(/退款.*登录/);
  });

  test('two pages live side by side, and wx functions can be replaced', async () => {
    const navigateTo = jest.fn();
    const first = await open({ query: { bill: 'A' } });
    const second = await open({ query: { bill: 'B' }, wx: { navigateTo } });
    await second.tap('登录');
    expect(navigateTo).toHaveBeenCalledTimes(1);
    expect(first.text()).toContain('单号 A');
    expect(first.texts()).toContain('还没有问候');
  });
});

describe('a component in the harness', () => {
  test('is rendered with its properties', async () => {
    const amount = await renderComponent(fixtureApp, 'components/amount/amount', { fen: 1234 });
    expect(amount.texts()).toEqual(['¥12.34', '到']);
    amount.detach();
  });

  test('tells its events', async () => {
    const amount = await renderComponent(fixtureApp, 'components/amount/amount', { fen: 5 });
    const chosen = amount.listen('choose');
    await amount.tap('金额');
    expect(chosen).toEqual([{ fen: 5 }]);
  });
});

describe('preparing a mini program', () => {
  test('a component that is declared but not there is told', () => {
    const source = mkdtempSync(path.join(tmpdir(), 'prepare-'));
    writeFileSync(path.join(source, 'a.wxml'), '<van-gone />');
    writeFileSync(
      path.join(source, 'a.json'),
      '{ "usingComponents": { "van-gone": "@vant/weapp/gone/index" } }',
    );
    expect(() => {
      prepareApp({ source, prepared: path.join(source, '.prepared') });
    }).toThrow('a.json: <van-gone> points at @vant/weapp/gone/index, which is not there');
    rmSync(source, { recursive: true });
  });
});
