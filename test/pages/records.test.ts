import type { Attempt } from '../../miniprogram/core/attempt';
import { parseBillNumber } from '../../miniprogram/core/bill';
import { StorageFailedError } from '../../miniprogram/core/errors/storage-failed-error';
import { Secret } from '../../miniprogram/core/secret';
import { formatClock, formatDateTime } from '../../miniprogram/core/time';
import { fakeAttempt } from '../support/fakes/attempt';
import { fakePosServer } from '../support/fakes/pos-server';
import { type FakePhone, fakePhone } from '../support/fakes/services';
import { readCsv } from '../support/read-csv';
import { renderPage, type RenderedPage, settle } from '../support/simulate';

const DAY = 86_400_000;

let phone: FakePhone;

async function show(): Promise<RenderedPage> {
  const wx = { pageScrollTo: () => undefined };
  const page = await renderPage('pages/records/records', { services: phone.services, wx });
  await settle();
  return page;
}

async function open(...attempts: readonly Attempt[]): Promise<RenderedPage> {
  phone = await fakePhone(attempts);
  return show();
}

const now = (): number => phone.services.clock.now();
const at = (id: string, preparedAt: number, bill = 'XS1'): Attempt =>
  fakeAttempt('collected', { id, preparedAt, proof: 'answer', bill: parseBillNumber(bill) });

test('totals stand apart; conflicts first, then undecided of any day, then the day', async () => {
  phone = await fakePhone();
  const old = now() - 2 * DAY;
  const page = await open(
    at('a', now()),
    fakeAttempt('collected', { id: 'b', preparedAt: now(), proof: 'billState' }),
    fakeAttempt('staffPaid', { id: 'c', preparedAt: now(), closing: { by: '1', at: 1, note: '' } }),
    fakeAttempt('unresolved', { id: 'd', preparedAt: old }),
    fakeAttempt('conflict', { id: 'e', proof: 'billState', preparedAt: old }),
    at('f', old),
  );
  expect(page.text()).toContain(
    '已收 今日 本班 系统确认 ¥28.00 1 笔 — 按单据状态 ¥28.00 1 笔 — 人工确认 ¥28.00 1 笔 —',
  );
  const seen = page
    .texts()
    .filter((text) =>
      /^(冲突|冲突，请先处理|结果未知|待确认|已收款|款项已收到|人工确认已收)$/.test(text),
    );
  expect(seen.slice(0, 4)).toEqual(['冲突，请先处理', '冲突', '待确认', '结果未知']);
  expect(seen).toHaveLength(7);
});

test('a shift begins with the sign-in', async () => {
  phone = await fakePhone([at('before', Date.UTC(2026, 10, 22, 6, 5))]);
  phone.answer = fakePosServer().answer;
  await phone.services.session.signIn('1001', '123456');
  const page = await show();
  expect(page.text()).toContain('系统确认 ¥28.00 1 笔 ¥0.00 0 笔');
  await phone.services.attempts.add(at('after', now()));
  await settle();
  expect(page.text()).toContain('系统确认 ¥56.00 2 笔 ¥28.00 1 笔');
});

test('the same cashier signs in again: the shift goes on, and says since when', async () => {
  phone = await fakePhone([at('before', Date.UTC(2026, 10, 22, 6, 5, 59))]);
  phone.answer = fakePosServer().answer;
  phone.stored.set(
    'shift',
    JSON.stringify({
      server: phone.services.session.server.baseUrl,
      user: '1001',
      since: Date.UTC(2026, 10, 22, 1, 12),
    }),
  );
  await phone.services.shift.load();
  await phone.services.session.signIn('1001', '123456');
  const page = await show();
  const clock = formatClock(Date.UTC(2026, 10, 22, 1, 12)).slice(0, 5);
  expect(page.text()).toContain(`今日 本班 ${clock} 起 系统确认 ¥28.00 1 笔 ¥28.00 1 笔`);
});

test('a shift that began on the day before says so', async () => {
  phone = await fakePhone();
  phone.answer = fakePosServer().answer;
  const since = now() - 11 * 3_600_000 - DAY;
  const user = { server: phone.services.session.server.baseUrl, user: '1001' };
  phone.stored.set('shift', JSON.stringify({ ...user, since }));
  await phone.services.shift.load();
  // Signed in yesterday, over midnight.
  jest.spyOn(phone.services.session, 'current').mockReturnValue({
    user: '1001',
    nickname: '王小明',
    key: new Secret('K'),
    token: null,
    signedInAt: since + 3_600_000,
  });
  const page = await show();
  expect(page.text()).toContain(`本班 ${formatDateTime(since).slice(5, 16)} 起`);
});

test('a line tells a part from a whole, and by whose word', async () => {
  phone = await fakePhone();
  const found = (id: string, change: Partial<Attempt>): Attempt =>
    fakeAttempt('collected', { id, preparedAt: now(), proof: 'answer', ...change });
  const page = await open(
    found('a', { bill: parseBillNumber('XSA'), billComplete: true }),
    found('b', { bill: parseBillNumber('XSB'), billComplete: false }),
    found('c', { bill: parseBillNumber('XSC'), billComplete: true, proof: 'billState' }),
    found('d', { bill: parseBillNumber('XSD'), billComplete: false, proof: 'receiptGrowth' }),
    found('e', { bill: parseBillNumber('XSE') }),
  );
  const names = page.names().filter((name) => /^XS[A-E] /.test(name));
  expect(names.map((name) => name.replace(/ \d\d:\d\d:\d\d$/, '')).sort()).toEqual([
    'XSA ¥28.00 已收款',
    'XSB ¥28.00 部分收款',
    'XSC ¥28.00 已收款 按单据状态',
    'XSD ¥28.00 部分收款 按单据状态',
    'XSE ¥28.00 款项已收到',
  ]);
});

test('a record opens with its evidence', async () => {
  const page = await open(fakeAttempt('unresolved'));
  const line = page.names().find((name) => name.startsWith('XS20261122001 ¥28.00 结果未知'));
  await page.tap(line ?? 'a line');
  expect(phone.moves).toEqual(['open /pages/record/record?id=fake-unresolved']);
});

test('attempts at another server are not shown', async () => {
  const page = await open(fakeAttempt('unresolved', { server: 'http://127.0.0.1:9999' }));
  expect(page.texts()).toContain('这一天没有收款');
  expect(page.find('查询')).toBeUndefined();
});

test('other days are a tap away; there is no day after today', async () => {
  phone = await fakePhone();
  const page = await open(at('a', now() - DAY, 'XSOLD'), at('b', now(), 'XSNEW'));
  const texts = page.texts();
  expect(texts[texts.indexOf('2026-11-22') + 1]).toBe('今日');
  expect(page.find('后一天')?.attribute('aria-role')).not.toBe('button');
  await page.tap('前一天');
  expect(page.texts()).toEqual(expect.arrayContaining(['2026-11-21', '11-21', 'XSOLD']));
  expect(page.texts()).not.toContain('XSNEW');
  await page.tap('后一天');
  expect(page.texts()).toContain('XSNEW');
});

test('a filter finds a bill of any day, however it is written', async () => {
  phone = await fakePhone();
  const page = await open(at('a', now() - 9 * DAY, 'XS77'), at('b', now(), 'XS88'));
  await page.input('筛选单号', ' ｘs７');
  expect(page.texts()).toEqual(expect.arrayContaining(['筛选结果', 'XS77']));
  expect(page.texts()).not.toContain('XS88');
  await page.input('筛选单号', 'XS9');
  expect(page.texts()).toContain('没有这样的单号');
  await page.tap('清除');
  expect(page.texts()).toContain('XS88');
});

test('two hundred records stay within what a page may hold', async () => {
  phone = await fakePhone();
  const many = Array.from({ length: 200 }, (_, index) =>
    at(`id${String(index)}`, now() - index * 1000, `N${String(index).padStart(3, '0')}`),
  );
  const page = await open(...many);
  const bills = (): string[] => page.texts().filter((text) => /^N\d{3}$/.test(text));
  expect(bills()).toHaveLength(50);
  await page.tap('显示更多');
  expect([bills().length, bills()[0]]).toEqual([100, 'N000']);
  await page.tap('显示更多');
  expect([bills().length, bills()[0]]).toEqual([50, 'N100']);
  await page.tap('显示更多');
  expect([bills().length, bills()[0], bills()[99]]).toEqual([100, 'N100', 'N199']);
  expect(page.find('显示更多')).toBeUndefined();
  await page.tap('显示较新的');
  expect([bills().length, bills()[0]]).toEqual([100, 'N000']);
  expect(page.find('显示较新的')).toBeUndefined();
});

test('a journal that is being read, that cannot be, and that can again', async () => {
  phone = await fakePhone(null);
  const page = await show();
  expect(page.texts()).toContain('正在读取本机收款流水…');
  const { storage } = phone;
  const keys = jest.spyOn(storage, 'keys').mockRejectedValue(new StorageFailedError('read'));
  await phone.services.attempts.load(0);
  await settle();
  expect(page.texts()).toContain('重试');
  expect(page.texts()).not.toContain('这一天没有收款');
  keys.mockRestore();
  await page.tap('重试');
  await settle();
  expect(page.texts()).toContain('这一天没有收款');
});

test('damaged records are named', async () => {
  phone = await fakePhone(null);
  phone.stored.set('attempt:bad7:1', 'rubbish');
  await phone.services.attempts.load(0);
  const page = await show();
  expect(page.text()).toContain('1 条收款流水读不出');
  expect(page.texts()).toContain('读不出的记录：bad7');
});

test('nobody signed in: 查询 says so', async () => {
  const page = await open(fakeAttempt('unresolved'));
  await page.tap('查询');
  expect(page.texts()).toContain('请先登录');
});

test('the day and everything are exported apart', async () => {
  phone = await fakePhone();
  const page = await open(at('a', now() - DAY, 'XSOLD'), at('b', now(), 'XSNEW'));
  await page.tap('导出');
  await page.waitFor('2026-11-22（1 笔）');
  await page.tap('2026-11-22（1 笔）');
  await page.waitFor('发送文件');
  await page.tap('发送文件');
  const day = readCsv(phone.handOver.sent.get('收款记录-2026-11-22.csv')?.slice(1) ?? '');
  expect(day.map(([bill]) => bill)).toEqual(['售货单', 'XSNEW']);
  await page.tap('关闭');
  await page.tap('导出');
  await page.waitFor('全部保留的记录（2 笔）');
  await page.tap('全部保留的记录（2 笔）');
  await page.waitFor('复制内容');
  await page.tap('复制内容');
  const all = readCsv(phone.handOver.copied[0]?.slice(1) ?? '');
  expect(all.map(([bill]) => bill)).toEqual(['售货单', 'XSOLD', 'XSNEW']);
});
