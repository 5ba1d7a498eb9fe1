import { fakeAttempt } from '../support/fakes/attempt';
import type { FakePosServer } from '../support/fakes/pos-server';
import type { FakePhone } from '../support/fakes/services';
import { type RenderedPage, settle } from '../support/simulate';
import { collect, fill, openCollectPage } from '../support/simulate/collect-page';
import type { Attempt } from '../../miniprogram/core/attempt';

const CODE = '134567890123456789';

let phone: FakePhone;
let server: FakePosServer;

async function open(journal: readonly Attempt[] | null = []): Promise<RenderedPage> {
  const opened = await openCollectPage(journal);
  ({ phone, server } = opened);
  return opened.page;
}

test('bill, amount, scan: one call, then the page of the attempt', async () => {
  const page = await open();
  phone.scans.push(CODE);
  await fill(page, 'XS1', ['2', '8', '小数点', '00']);
  expect(page.texts()).toContain('28.00');
  await collect(page);
  expect(server.charges).toHaveLength(1);
  expect(server.charges[0]?.body).toContain('"billnum":"XS1"');
  expect(server.charges[0]?.body).toContain('"paymentvalue":28.00');
  expect(phone.moves).toEqual([expect.stringMatching(/^open \/pages\/pending\/pending\?id=/)]);
});

test('a payment on its way leaves nothing behind that one tap would charge again', async () => {
  const page = await open();
  phone.scans.push(CODE);
  await fill(page, 'XS1', ['2', '8']);
  await collect(page);
  await page.hide();
  await page.show();
  expect(page.instance['data']).toMatchObject({ bill: '', amountText: '' });
  expect(phone.services.draft.get()).toEqual({ bill: '', amount: '', origin: 'none' });
});

test('two taps are one collection', async () => {
  const page = await open();
  phone.scans.push(CODE, '134567890123456780');
  await fill(page, 'XS1', ['2', '8']);
  const key = page.get('扫码收款');
  await Promise.all([key.tap(), key.tap()]);
  for (let turn = 0; turn < 4; turn += 1) await settle();
  expect(server.charges).toHaveLength(1);
  expect(phone.scans).toHaveLength(1);
});

test('what another server has to settle is told with its address, and left to it', async () => {
  const other = { server: 'http://192.168.1.5:8610' };
  const page = await open([
    fakeAttempt('awaiting', { ...other, id: 'a' }),
    fakeAttempt('conflict', { ...other, id: 'b' }),
    fakeAttempt('conflict', { ...other, id: 'c', acknowledgedAt: 1 }),
    fakeAttempt('collected', { ...other, id: 'd', billComplete: true }),
    fakeAttempt('unknown', { server: 'https://pos.example.org', id: 'e' }),
    fakeAttempt('collected', { id: 'f', billComplete: true }),
  ]);
  const told = page.texts().filter((text) => text.startsWith('另有'));
  expect(told).toEqual([
    '另有 2 笔收款待处理，属于服务器 http://192.168.1.5:8610，换回后继续查询',
    '另有 1 笔收款待处理，属于服务器 https://pos.example.org，换回后继续查询',
  ]);
  // The same bill at this server is another bill.
  await page.input('售货单号', 'XS20261122001');
  expect(page.texts()).not.toContain('该单有一笔待确认');
  expect(page.text()).not.toContain('笔收款待确认');
});

test('a weak network is told in words and refuses nothing', async () => {
  const page = await open();
  const words = '网络较弱，收款结果可能要多等一会儿';
  expect(page.texts()).not.toContain(words);
  phone.setWeakNetwork(true);
  await settle();
  expect(page.texts()).toContain(words);
  phone.scans.push(CODE);
  await fill(page, 'XS1', ['2', '8']);
  await collect(page);
  expect(server.charges).toHaveLength(1);
  phone.setWeakNetwork(false);
  await settle();
  expect(page.texts()).not.toContain(words);
});

test('coming back from the scanner starts nothing', async () => {
  const page = await open();
  await fill(page, 'XS1', ['2', '8']);
  await collect(page); // cancelled
  await page.hide();
  await page.show();
  expect(server.charges).toEqual([]);
  expect(phone.moves).toEqual([]);
  expect(page.instance['data']).toMatchObject({ bill: 'XS1', amountText: '28', problem: '' });
});

test.each<[string, string, readonly string[], string, string]>([
  ['no bill', '', ['1'], CODE, '请输入售货单号'],
  ['no amount', 'XS1', [], CODE, '请输入收款金额'],
  ['nothing', 'XS1', ['0', '小数点', '00'], CODE, '收款金额须大于 0'],
  ['a payment code as bill', CODE, ['1'], CODE, '这是付款码，不是售货单号'],
  ['Alipay', 'XS1', ['1'], '280000000000000000', '这是支付宝付款码，请客人打开微信付款码'],
  ['goods', 'XS1', ['1'], '6901234567892', '这是商品条码，不是微信付款码'],
  ['an empty code', 'XS1', ['1'], '', '这不是付款码，请扫客人的微信付款码'],
  ['more than remains', 'XS1', ['2', '9'], CODE, '收款金额超过待收 ¥28.00'],
])(
  'refuses %s in words, sends nothing and keeps what was typed',
  async (_, bill, keys, scan, words) => {
    const page = await open();
    phone.scans.push(scan);
    await fill(page, bill, keys);
    await collect(page);
    expect(page.texts()).toContain(words);
    expect(server.charges).toEqual([]);
    expect(page.instance['data']).toMatchObject({ bill });
  },
);

test('a bill that is collected already is not charged', async () => {
  const page = await open();
  server.payState = '3';
  phone.scans.push(CODE);
  await fill(page, 'XS1', ['1']);
  await collect(page);
  expect(page.texts()).toContain('该单已收齐，无需再收');
  expect(server.charges).toEqual([]);
});

test('no read, no call', async () => {
  const page = await open();
  phone.answer = (request) =>
    request.url.includes('/MainRow/')
      ? { kind: 'noAnswer', reason: 'timeoutOrNetwork' }
      : server.answer(request);
  phone.scans.push(CODE);
  await fill(page, 'XS1', ['1']);
  await collect(page);
  expect(page.texts()).toContain('网络不通或服务器没有应答，请检查网络');
  expect(server.charges).toEqual([]);
});

test('figures that were not read show —, and the receipt fills them in', async () => {
  const page = await open();
  server.collected = 8;
  expect(page.texts().filter((text) => text === '—')).toHaveLength(3);
  await page.input('售货单号', 'XS1');
  await page.get('售货单号').trigger('blur', { value: 'XS1' });
  await settle();
  expect(page.text()).toContain('应收 28.00 已收 8.00 待收 20.00');
});

test('an undecided attempt is announced, blocks its bill and is one tap away', async () => {
  const attempt = fakeAttempt('unresolved');
  const page = await open([attempt]);
  expect(page.texts()).toContain('1 笔收款待确认，结果未知');
  await page.tap('1 笔收款待确认，结果未知 查看');
  await fill(page, 'xs20261122001', ['1']);
  await page.tap('该单有一笔待确认 查看');
  expect(phone.moves).toEqual(Array(2).fill(`open /pages/pending/pending?id=${attempt.id}`));
  phone.scans.push(CODE);
  await collect(page);
  expect(page.texts()).toContain('该单有一笔待确认，不能再次收款');
  expect(phone.scans).toHaveLength(1);
});

describe('扫单号 of a ticket’s code', () => {
  async function scanBill(page: RenderedPage, text: string): Promise<void> {
    phone.scans.push(text);
    await page.tap('扫单号');
    for (let turn = 0; turn < 3; turn += 1) await settle();
  }

  test.each([
    ['its link', 'https://pos.example.com/t?billnum=XS1&amount=20'],
    ['its mini program code', 'pages/collect/collect?scene=XS1~20'],
  ])('%s: its bill, and its amount as a proposal', async (_name, text) => {
    const page = await open();
    await scanBill(page, text);
    expect(page.instance['data']).toMatchObject({ bill: 'XS1', amountText: '20.00' });
    expect(page.texts()).toContain('来自单据码');
    expect(server.charges).toEqual([]);
  });

  test('an amount that staff typed stays', async () => {
    const page = await open();
    await page.tap('5');
    await scanBill(page, 'https://pos.example.com/t?billnum=XS1&amount=20');
    expect(page.instance['data']).toMatchObject({ bill: 'XS1', amountText: '5' });
  });

  test('another link is refused in plain words, and changes nothing', async () => {
    const page = await open();
    await fill(page, 'XS9', ['5']);
    await scanBill(page, 'https://evil.net/?billnum=XS1&amount=20');
    expect(page.texts()).toContain('这个二维码不是本店的单据码');
    expect(page.text()).not.toContain('20 个字符');
    expect(phone.services.draft.get()).toEqual({ bill: 'XS9', amount: '5', origin: 'typed' });
  });
});

test('扫单号 fills in the bill, and never takes a payment code for one', async () => {
  const page = await open();
  phone.scans.push(' XS1\u0000\n');
  await page.tap('扫单号');
  await settle();
  expect(page.get('售货单号').attribute('value')).toBe('XS1');
  phone.scans.push(CODE);
  await page.tap('扫单号');
  await settle();
  expect(page.texts()).toContain('这是付款码，不是售货单号');
  expect(page.instance['data']).toMatchObject({ bill: 'XS1' });
});

test('the banner names what is for staff to see to, and leads to that first', async () => {
  const page = await open([
    fakeAttempt('awaiting', { id: 'older', preparedAt: 1 }),
    fakeAttempt('unresolved', { id: 'mine', preparedAt: 2 }),
  ]);
  await page.tap('2 笔收款待确认，其中 1 笔结果未知 查看');
  expect(phone.moves).toEqual(['open /pages/pending/pending?id=mine']);
});

test('where all of them are for staff to see to, the banner needs no second number', async () => {
  const page = await open([
    fakeAttempt('unresolved', { id: 'older', preparedAt: 1 }),
    fakeAttempt('unresolved', { id: 'mine', preparedAt: 2 }),
  ]);
  expect(page.find('2 笔收款待确认，结果未知 查看')).toBeDefined();
});
