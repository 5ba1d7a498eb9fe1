import { fen } from '../../miniprogram/core/money';
import type { Attempt } from '../../miniprogram/core/attempt';
import type { BillNumber } from '../../miniprogram/core/bill';
import { fakeAttempt } from '../support/fakes/attempt';
import { type FakePosServer, fakePosServer } from '../support/fakes/pos-server';
import { type FakePhone, fakePhone } from '../support/fakes/services';
import { renderPage, type RenderedPage, settle } from '../support/simulate';

const BILL = 'XS20261122001';
const CODE = '134567890123456789';

let phone: FakePhone;
let server: FakePosServer;
let questions: string[];
let answer: boolean;

async function open(journal: readonly Attempt[] = []): Promise<RenderedPage> {
  phone = await fakePhone(journal);
  server = fakePosServer();
  phone.answer = server.answer;
  await phone.services.session.signIn('1001', '123456');
  questions = [];
  answer = true;
  const showModal = ({ content }: { content: string }): Promise<{ confirm: boolean }> => {
    questions.push(content);
    return Promise.resolve({ confirm: answer });
  };
  const wx = { showModal };
  const page = await renderPage('pages/collect/collect', { services: phone.services, wx });
  await settle();
  return page;
}

async function typeBill(page: RenderedPage, bill = BILL): Promise<void> {
  await page.input('售货单号', bill);
  await page.get('售货单号').trigger('blur', { value: bill });
  await settle();
  await settle();
}

async function press(page: RenderedPage, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.tap(key);
}

async function collect(page: RenderedPage): Promise<void> {
  await page.tap('扫码收款');
  // The bill is read, then read anew for the charge.
  for (let turn = 0; turn < 4; turn += 1) await settle();
}

const amount = (page: RenderedPage): unknown => dataOf(page)['amountText'];
const dataOf = (page: RenderedPage): Record<string, unknown> =>
  page.instance['data'] as Record<string, unknown>;

describe('with the receipt', () => {
  test('what remains is filled in; the first key replaces it, and it can be had back', async () => {
    const page = await open();
    server.collected = 8;
    await typeBill(page);
    expect(page.text()).toContain('应收 28.00 已收 8.00 待收 20.00');
    expect([amount(page), page.texts().includes('已填入待收')]).toEqual(['20.00', true]);
    await press(page, '5');
    expect([amount(page), page.texts().includes('已填入待收')]).toEqual(['5', false]);
    await page.tap('待收 20.00 填入');
    expect(amount(page)).toBe('20.00');
  });

  test('an amount that was typed first is not overwritten', async () => {
    const page = await open();
    await press(page, '5');
    await typeBill(page);
    expect(amount(page)).toBe('5');
  });

  test('one that was filled in does not stand on the next bill', async () => {
    const page = await open();
    await typeBill(page);
    await page.input('售货单号', 'XS2');
    expect(amount(page)).toBe('');
    expect(page.texts().filter((text) => text === '—')).toHaveLength(3);
  });

  test('one that a failed payment left belongs to its bill, and says what it is', async () => {
    const page = await open();
    phone.services.draft.returned(BILL, fen(500));
    await page.hide();
    await page.show();
    await settle();
    expect([amount(page), page.texts().includes('上次未收款')]).toEqual(['5.00', true]);
    phone.scans.push('XS2');
    await page.tap('扫单号');
    await settle();
    await settle();
    expect([amount(page), page.texts().includes('已填入待收')]).toEqual(['28.00', true]);
    expect(page.texts()).not.toContain('上次未收款');
  });

  test('more than remains is said as it is typed and refused before the scan', async () => {
    const page = await open();
    await typeBill(page);
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
    await typeBill(page);
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
    await typeBill(page);
    expect(page.text()).toContain('应收 28.005 已收 0.00 待收 —');
    expect([amount(page), page.find('待收 — 填入')]).toEqual(['', undefined]);
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
    await typeBill(page);
    expect(page.text()).toContain('应收 按明细 28.00 本机已收 10.00 待收 填入 18.00');
    expect(amount(page)).toBe('');
    await page.tap('待收 18.00 填入');
    expect(amount(page)).toBe('18.00');
  });

  test('above it staff are asked once, and may go on', async () => {
    const page = await open([part]);
    // Switched off: the collector does not read it either.
    Object.assign(phone.services.settings, { readReceipt: false });
    try {
      await typeBill(page);
      await press(page, '2', '0');
      answer = false;
      phone.scans.push(null, CODE);
      await collect(page);
      expect([questions.length, phone.scans.length]).toEqual([1, 2]);
      expect(questions[0]).toContain('要收 ¥20.00。按明细应收 ¥28.00，本机已收 ¥10.00');
      answer = true;
      await collect(page); // The scan is cancelled.
      expect([questions.length, phone.scans.length]).toEqual([2, 1]);
      await collect(page);
      expect([questions.length, server.charges.length]).toEqual([2, 1]);
    } finally {
      Object.assign(phone.services.settings, { readReceipt: true });
    }
  });

  test('a bill without rows says so, and is not refused', async () => {
    const page = await open();
    server.receipt = false;
    server.rows = [];
    await typeBill(page);
    expect(page.texts()).toContain('该单没有应收金额，请核对单号');
    await press(page, '1');
    await collect(page);
    expect(questions).toHaveLength(1);
  });
});

describe('a part that staff confirmed and the receipt does not hold', () => {
  const part = (id: string, yuan: number): Attempt => {
    const closing = { by: '1001', at: 0, note: '' };
    return fakeAttempt('staffPaid', { id, amount: fen(yuan * 100), closing });
  };
  const HINT = '已收还不含人工确认的收款，请核对后再收';

  test('entered again: nothing is filled in or offered, and why', async () => {
    const page = await open([part('one', 10)]);
    await typeBill(page);
    expect(page.text()).toContain('应收 28.00 已收 0.00 待收 28.00');
    expect([amount(page), page.find('待收 28.00 填入')]).toEqual(['', undefined]);
    expect(page.texts()).toContain(HINT);
  });

  test('one of two is counted: the other one is not forgotten', async () => {
    const page = await open([part('one', 5), part('two', 10)]);
    server.collected = 10;
    await typeBill(page);
    expect([amount(page), page.texts().includes(HINT)]).toEqual(['', true]);
    server.collected = 15;
    await typeBill(page, 'XS2');
    await typeBill(page);
    expect([amount(page), page.texts().includes(HINT)]).toEqual(['13.00', false]);
  });

  test('one confirmed while the bill lies there filled in: taken back at once', async () => {
    const undecided = fakeAttempt('unresolved', { amount: fen(1000) });
    const page = await open([undecided]);
    await typeBill(page);
    expect(amount(page)).toBe('28.00');
    phone.services.attempts.apply(undecided.id, { type: 'staffPaid', by: '1', note: '', at: 1 });
    await settle();
    await settle();
    expect([amount(page), page.find('待收 28.00 填入')]).toEqual(['', undefined]);
  });

  test('more than is left without it: staff are asked once, and nothing is scanned on a no', async () => {
    const page = await open([part('one', 10)]);
    await typeBill(page);
    await press(page, '2', '8');
    answer = false;
    phone.scans.push(null, CODE);
    await collect(page);
    expect(questions).toEqual([
      '要收 ¥28.00。人工确认已收的 ¥10.00 还不在已收里，除去后只剩 ¥18.00，多收会重复收款。',
    ]);
    expect([phone.scans.length, server.charges.length]).toEqual([2, 0]);
    answer = true;
    await collect(page); // The scan is cancelled.
    await collect(page);
    expect([questions.length, server.charges.length]).toEqual([2, 1]);
  });

  test('what is left without it is not asked about', async () => {
    const page = await open([part('one', 10)]);
    await typeBill(page);
    await press(page, '1', '8');
    phone.scans.push(CODE);
    await collect(page);
    expect([questions.length, server.charges.length]).toEqual([0, 1]);
  });
});

/** The server answers one endpoint no more until it is let go. */
function hold(endpoint: string): () => void {
  const known = server.answer;
  const waiting: (() => void)[] = [];
  phone.answer = (request) => {
    if (!request.url.includes(endpoint)) return known(request);
    return new Promise((resolve) => {
      waiting.push(() => {
        resolve(known(request));
      });
    });
  };
  return () => {
    phone.answer = known;
    waiting.forEach((go) => {
      go();
    });
  };
}

describe('扫码收款 while the bill is still being read', () => {
  test.each([
    ['after typing was over', true],
    ['while still typing', false],
  ])('%s: the question about the amount waits for the figures', async (_name, typed) => {
    const page = await open();
    Object.assign(phone.services.settings, { readReceipt: false });
    try {
      answer = false;
      const letGo = hold('/MainRow/');
      if (typed) await typeBill(page);
      else await page.input('售货单号', BILL);
      await press(page, '2', '0', '0');
      phone.scans.push(CODE);
      await collect(page);
      expect([page.texts().includes('请稍候…'), phone.scans.length]).toEqual([true, 1]);
      letGo();
      await settle();
      await settle();
      await settle();
      expect(questions).toHaveLength(1);
      expect([phone.scans.length, server.charges.length]).toEqual([1, 0]);
    } finally {
      Object.assign(phone.services.settings, { readReceipt: true });
    }
  });

  test('staff who have gone on to another page meanwhile meet no scanner there', async () => {
    const page = await open();
    const letGo = hold('/MainRow/');
    await typeBill(page);
    await press(page, '2');
    phone.scans.push(CODE);
    await collect(page);
    await page.hide();
    letGo();
    await settle();
    await settle();
    expect([phone.scans.length, server.charges.length]).toEqual([1, 0]);
  });

  test('an amount that was changed meanwhile is not charged', async () => {
    const page = await open();
    const letGo = hold('/MainRow/');
    await typeBill(page);
    await press(page, '2');
    phone.scans.push(CODE);
    await collect(page);
    await press(page, '8');
    letGo();
    await settle();
    await settle();
    expect([phone.scans.length, server.charges.length]).toEqual([1, 0]);
  });
});

test('a session refused with the receipt: 登录 stands there, the rest of the bill stays', async () => {
  const page = await open();
  const known = server.answer;
  phone.answer = (request) =>
    request.url.includes('/Print/Content/')
      ? { kind: 'answer', status: 401, headers: {}, body: '' }
      : known(request);
  await typeBill(page);
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
    if (how === 'typed') await typeBill(page);
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
    expect(amount(page)).toBe('28.00');
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
  await typeBill(page);
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
    await typeBill(page);
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
    await typeBill(page);
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
