import type { Attempt } from '../../miniprogram/core/attempt';
import type { BillNumber } from '../../miniprogram/core/bill';
import { fen } from '../../miniprogram/core/money';
import { fakeAttempt } from '../support/fakes/attempt';
import type { FakePosServer } from '../support/fakes/pos-server';
import type { FakePhone } from '../support/fakes/services';
import { type RenderedPage, settle } from '../support/simulate';
import {
  amountOn,
  collect,
  type Dialogue,
  openCollectPage,
  press,
  typeBill,
} from '../support/simulate/collect-page';

const BILL = 'XS20261122001';
const CODE = '134567890123456789';

let phone: FakePhone;
let server: FakePosServer;
let dialogue: Dialogue;

async function open(journal?: readonly Attempt[]): Promise<RenderedPage> {
  const opened = await openCollectPage(journal);
  ({ phone, server, dialogue } = opened);
  return opened.page;
}

describe('with the receipt', () => {
  test('what remains is filled in; the first key replaces it, and it can be had back', async () => {
    const page = await open();
    server.collected = 8;
    await typeBill(page, BILL);
    expect(page.text()).toContain('应收 28.00 已收 8.00 待收 20.00');
    expect([amountOn(page), page.texts().includes('已填入待收')]).toEqual(['20.00', true]);
    await press(page, '5');
    expect([amountOn(page), page.texts().includes('已填入待收')]).toEqual(['5', false]);
    await page.tap('待收 20.00 填入');
    expect(amountOn(page)).toBe('20.00');
  });

  test('an amount that was typed first is not overwritten', async () => {
    const page = await open();
    await press(page, '5');
    await typeBill(page, BILL);
    expect(amountOn(page)).toBe('5');
  });

  test('one that was filled in does not stand on the next bill', async () => {
    const page = await open();
    await typeBill(page, BILL);
    await page.input('售货单号', 'XS2');
    expect(amountOn(page)).toBe('');
    expect(page.texts().filter((text) => text === '—')).toHaveLength(3);
  });

  test('one that a failed payment left belongs to its bill, and says what it is', async () => {
    const page = await open();
    phone.services.draft.returned(BILL, fen(500));
    await page.hide();
    await page.show();
    await settle();
    expect([amountOn(page), page.texts().includes('上次未收款')]).toEqual(['5.00', true]);
    phone.scans.push('XS2');
    await page.tap('扫单号');
    await settle();
    await settle();
    expect([amountOn(page), page.texts().includes('已填入待收')]).toEqual(['28.00', true]);
    expect(page.texts()).not.toContain('上次未收款');
  });

  test('more than remains is said as it is typed and refused before the scan', async () => {
    const page = await open();
    await typeBill(page, BILL);
    await press(page, '2', '9');
    expect(page.texts()).toContain('收款金额超过待收 ¥28.00');
    phone.scans.push(CODE);
    await collect(page);
    expect(phone.scans).toHaveLength(1);
    expect(page.texts()).toContain('收款金额超过待收 ¥28.00');
    // The figure at hand was old: the bill has grown meanwhile.
    server.due = 30;
    await collect(page);
    expect(server.charges).toHaveLength(1);
  });

  test.each<[string, (server: FakePosServer) => void, string]>([
    ['paystate 3', (it) => (it.payState = '3'), '该单已收齐，无需再收'],
    ['nothing remains', (it) => (it.collected = 28), '该单已收齐，无需再收'],
    ['nothing is due', (it) => (it.due = 0), '该单没有应收金额，请核对单号'],
  ])('%s: said at once, and no scan', async (_name, set, text) => {
    const page = await open();
    set(server);
    await typeBill(page, BILL);
    expect(page.texts()).toContain(text);
    phone.scans.push(CODE);
    await press(page, '1');
    await collect(page);
    expect([phone.scans.length, server.charges.length]).toEqual([1, 0]);
    expect(page.texts()).toContain(text);
  });

  test('figures with three decimals are shown and not computed with', async () => {
    const page = await open();
    server.due = 28.005;
    await typeBill(page, BILL);
    expect(page.text()).toContain('应收 28.005 已收 0.00 待收 —');
    expect([amountOn(page), page.find('待收 — 填入')]).toEqual(['', undefined]);
  });
});

describe('without the receipt', () => {
  const part = fakeAttempt('collected', {
    proof: 'answer',
    billComplete: false,
    amount: fen(1000),
  });

  test('by the rows and this phone, as a suggestion to tap', async () => {
    const page = await open([part]);
    server.receipt = false;
    await typeBill(page, BILL);
    expect(page.text()).toContain('应收 按明细 28.00 本机已收 10.00 待收 填入 18.00');
    expect(amountOn(page)).toBe('');
    await page.tap('待收 18.00 填入');
    expect(amountOn(page)).toBe('18.00');
  });

  test('above it staff are asked once, and may go on', async () => {
    const page = await open([part]);
    // Switched off: the collector does not read it either.
    Object.assign(phone.services.settings, { readReceipt: false });
    try {
      await typeBill(page, BILL);
      await press(page, '2', '0');
      dialogue.goesOn = false;
      phone.scans.push(null, CODE);
      await collect(page);
      expect([dialogue.questions.length, phone.scans.length]).toEqual([1, 2]);
      expect(dialogue.questions[0]).toContain('要收 ¥20.00。按明细应收 ¥28.00，本机已收 ¥10.00');
      dialogue.goesOn = true;
      await collect(page); // The scan is cancelled.
      expect([dialogue.questions.length, phone.scans.length]).toEqual([2, 1]);
      await collect(page);
      expect([dialogue.questions.length, server.charges.length]).toEqual([2, 1]);
    } finally {
      Object.assign(phone.services.settings, { readReceipt: true });
    }
  });

  test('a bill without rows says so, and is not refused', async () => {
    const page = await open();
    server.receipt = false;
    server.rows = [];
    await typeBill(page, BILL);
    expect(page.texts()).toContain('该单没有应收金额，请核对单号');
    await press(page, '1');
    await collect(page);
    expect(dialogue.questions).toHaveLength(1);
  });
});

test('a session refused with the receipt: 登录 stands there, the rest of the bill stays', async () => {
  const page = await open();
  const known = server.answer;
  phone.answer = (request) =>
    request.url.includes('/Print/Content/')
      ? { kind: 'answer', status: 401, headers: {}, body: '' }
      : known(request);
  await typeBill(page, BILL);
  expect(page.texts()).toEqual(
    expect.arrayContaining(['登录', '登录已失效，请重新登录', '按明细']),
  );
  phone.answer = known;
  await page.hide();
  await phone.services.session.signIn('1001', '123456');
  await page.show();
  await settle();
  await settle();
  expect(page.text()).toContain('应收 28.00 已收 0.00 待收 28.00');
  expect(page.text()).not.toContain('登录已失效');
});

test.each(['typed', 'scanned'])(
  'a bill %s while nobody is signed in is read after that',
  async (how) => {
    const page = await open();
    await phone.services.session.signOut();
    if (how === 'typed') await typeBill(page, BILL);
    else {
      phone.scans.push(BILL);
      await page.tap('扫单号');
      await settle();
    }
    expect(page.texts().filter((text) => text === '—')).toHaveLength(3);
    await page.hide();
    await phone.services.session.signIn('1001', '123456');
    await page.show();
    await settle();
    await settle();
    expect(page.text()).toContain('应收 28.00 已收 0.00 待收 28.00');
    expect(amountOn(page)).toBe('28.00');
  },
);

test('a bill that the server does not know: its words, and 重试', async () => {
  const page = await open();
  const known = server.answer;
  phone.answer = (request) =>
    request.url.includes('/MainRow/')
      ? {
          kind: 'answer',
          status: 200,
          headers: {},
          body: '{"errcode":-1,"errmsg":"没有找到该售货单"}',
        }
      : known(request);
  await typeBill(page, BILL);
  expect(page.texts()).toContain('没有找到该售货单');
  phone.answer = known;
  await page.tap('重试');
  await settle();
  expect(page.text()).toContain('待收 28.00');
});

async function openSheet(page: RenderedPage): Promise<void> {
  await page.tap('明细');
  await page.waitFor('关闭');
}

describe('明细', () => {
  test('goods with name, quantity, unit, subtotal and 退货; never what the shop paid', async () => {
    const parts = [
      fakeAttempt('collected', { proof: 'answer', billComplete: false, amount: fen(1000) }),
      fakeAttempt('staffPaid', {
        amount: fen(500),
        closing: { by: '1002', at: 0, note: '' },
        preparedAt: Date.UTC(2026, 10, 22, 6, 5, 30),
      }),
      fakeAttempt('declined', { recheck: 'unmoved' }),
      fakeAttempt('unknown', { bill: 'XS9' as BillNumber }),
    ];
    const page = await open(parts);
    const row = { unit: '盒', barcode: '690', cosprice: 12.34 };
    server.rows = [
      { ...row, productname: '茶', amount: 2, subtotal: 1028, sellstate: '0' },
      { ...row, productname: '衬衫', amount: 1, subtotal: 47.976, sellstate: '1' },
    ];
    await typeBill(page, BILL);
    await openSheet(page);
    const text = page.text();
    expect(text).toContain('茶 690 ¥1,028.00 × 2 盒');
    expect(text).toContain('退货 衬衫 690 ¥47.976 × 1 盒');
    expect(text).toContain('本机收款 2 笔，已收 ¥15.00');
    expect(text).toContain('系统确认');
    expect(text).toContain('人工确认已收 人工确认 1002');
    expect(text).not.toContain('12.34');
    await page.tap('关闭');
    expect(page.find('商品明细')).toBeUndefined();
  });

  test('no rows, unreadable rows, and no parts', async () => {
    const page = await open();
    server.rows = [];
    await typeBill(page, BILL);
    await openSheet(page);
    expect(page.texts()).toEqual(expect.arrayContaining(['该单没有商品', '本机还没有收款']));
    await page.tap('关闭');
    server.rows = null;
    await typeBill(page, 'XS2');
    await openSheet(page);
    expect(page.texts()).toContain('暂时读不到商品明细');
    server.rows = [{ productname: '茶', sellstate: '0' }];
    await page.tap('重试');
    await settle();
    await settle();
    expect(page.texts()).toContain('茶');
  });
});
