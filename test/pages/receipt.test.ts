import type { Attempt } from '../../miniprogram/core/attempt';
import { encodeRecord } from '../../miniprogram/core/attempt-record';
import { fen } from '../../miniprogram/core/money';
import type { HttpRequest } from '../../miniprogram/utils/http';
import { fakeAttempt } from '../support/fakes/attempt';
import { fakePosServer } from '../support/fakes/pos-server';
import { type FakePhone, fakePhone } from '../support/fakes/services';
import { renderPage, type RenderedPage, settle } from '../support/simulate';
import { envelope } from '../support/world/fake-http';

const PART = fakeAttempt('collected', {
  id: 'part',
  proof: 'answer',
  billComplete: false,
  amount: fen(1000),
});
const row = (name: string, change = {}) => ({
  productname: name,
  amount: 2,
  unit: '斤',
  sellstate: '0',
  subtotal: 14,
  cosprice: 3.33,
  ...change,
});

let phone: FakePhone;

const isReceipt = ({ url }: HttpRequest): boolean => url.includes('/Print/Content/');
const isRows = ({ url }: HttpRequest): boolean => url.includes('/Detail/');

async function open(
  answer: (request: HttpRequest) => ReturnType<typeof envelope> | null,
  attempts: readonly Attempt[] = [PART],
): Promise<RenderedPage> {
  phone = await fakePhone(attempts);
  const server = fakePosServer();
  phone.answer = (request) => answer(request) ?? server.answer(request);
  await phone.services.session.signIn('1001', '123456');
  await settle();
  const page = await renderPage('pages/receipt/receipt', {
    services: phone.services,
    query: { id: 'part' },
  });
  await settle();
  return page;
}

const content = (request: HttpRequest) =>
  isReceipt(request)
    ? envelope(0, {
        billnum: 'XS20261122001',
        posshopname: '南门店',
        cost: 28,
        real: 10,
        details: [row('番茄'), row('鸡蛋', { sellstate: '1', subtotal: 1.005 })],
      })
    : null;

test('shop, bill, rows, amounts and this phone’s parts', async () => {
  const page = await open(content);
  expect(
    page
      .texts()
      .map((text) =>
        text.replace(/\d{4}-.* \d\d:\d\d:\d\d/, '<time>').replace(/^\d\d:\d\d:\d\d$/, '<clock>'),
      ),
  ).toEqual([
    '南门店',
    'XS20261122001',
    '<time> 读取',
    ...['番茄', '14.00', '2 斤'],
    ...['鸡蛋', '1.005', '2 斤', '退货'],
    ...['应收', '¥28.00', '已收', '¥10.00', '待收', '¥18.00'],
    '本机收款',
    ...['¥10.00', '<clock>', '已收款', '系统确认'],
    '下一单',
  ]);
  expect(page.text()).not.toContain('3.33');
});

test('without the receipt: the rows’ sum, and what this phone collected, labelled so', async () => {
  const page = await open((request) => {
    if (isReceipt(request)) return envelope(-1, null, '无此单');
    return isRows(request) ? envelope(0, [row('番茄'), row('白菜')]) : null;
  });
  expect(page.text()).toContain('应收（按明细） ¥28.00 本机已收 ¥10.00 待收 ¥18.00');
});

test('not readable: the parts of this phone stand; a retry reads it', async () => {
  let online = false;
  const page = await open((request) =>
    isReceipt(request) && !online
      ? ({ kind: 'noAnswer', reason: 'timeoutOrNetwork' } as never)
      : content(request),
  );
  expect(page.texts()).toEqual(
    expect.arrayContaining(['网络不通或服务器没有应答，请检查网络', '重试', '本机收款']),
  );
  expect(page.texts()).not.toContain('应收');
  online = true;
  await page.tap('重试');
  await settle();
  expect(page.texts()).toContain('番茄');
});

test('nobody signed in: the way there', async () => {
  phone = await fakePhone([PART]);
  const page = await renderPage('pages/receipt/receipt', {
    services: phone.services,
    query: { id: 'part' },
  });
  await settle();
  await page.tap('登录');
  expect(phone.moves).toEqual(['open /pages/login/login']);
});

test('a long receipt stays within what a page may hold, and says what is left out', async () => {
  const details = Array.from({ length: 160 }, (_, index) => row(`N${String(index)}`));
  const page = await open((request) =>
    isReceipt(request)
      ? envelope(0, { billnum: 'XS20261122001', cost: 1, real: 1, details })
      : null,
  );
  expect(page.texts().filter((text) => /^N\d+$/.test(text))).toHaveLength(150);
  expect(page.texts()).toContain('另有 10 行，请在收银系统查看');
});

test('下一单 leads home', async () => {
  const page = await open(content);
  await page.tap('下一单');
  expect(phone.moves).toEqual(['back']);
});

test('opened before the journal has been read: it is read as soon as the bill is known', async () => {
  phone = await fakePhone(null);
  phone.stored.set('attempt:part:1', encodeRecord(PART, 1));
  const server = fakePosServer();
  phone.answer = (request) => content(request) ?? server.answer(request);
  await phone.services.session.signIn('1001', '123456');
  const page = await renderPage('pages/receipt/receipt', {
    services: phone.services,
    query: { id: 'part' },
  });
  await settle();
  expect(page.texts()).toContain('正在读取小票…');
  await phone.services.attempts.load(0);
  await settle();
  expect(page.texts()).toContain('番茄');
  expect(phone.requests.filter(isReceipt)).toHaveLength(1);
});
