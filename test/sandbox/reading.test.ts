import { envelope, MAIN_ROW, RECEIPT, ROWS, Shop, WECHAT_QUERY } from './support/shop';

const MILK = 'XS20261122001';
const PAID = 'XS20261122004';
const SHIRTS = 'XS20261122007';

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
beforeEach(() => shop.sandbox.reset());
afterAll(() => shop.close());

/** A row, as far as these tests look at it. */
interface Row {
  sellstate: string;
  subtotal: number;
}

test('main row: the state and no amounts', async () => {
  const { tag } = envelope(await shop.call(MAIN_ROW + MILK));
  expect(Object.keys(tag ?? {})).toEqual([
    ...['billnum', 'shopid', 'yhdlm', 'happendate', 'happentime', 'paystate', 'dyzh'],
    ...['guiderbinduser', 'guiderbindtime', 'calculatestate', 'calculatebillnum'],
    ...['busifromtype', 'memony', 'shopname', 'yhmc', 'guiderbindusername', 'dyxx'],
    ...['memberid', 'memberinfo'],
  ]);
  expect(tag).toMatchObject({
    billnum: MILK,
    paystate: '1',
    shopname: '青禾生活超市·中山路店',
    yhdlm: '1001',
    yhmc: '王小明',
    happendate: '2026-11-22',
    happentime: expect.stringMatching(/^\d\d:\d\d:\d\d$/),
  });
});

test('rows: their subtotals are what is due, returned ones aside', async () => {
  const due = async (bill: string): Promise<number> => {
    const { tag } = envelope<Row[]>(await shop.call(ROWS + bill));
    const normal = (tag ?? []).filter((row) => row.sellstate === '0');
    return normal.reduce((sum, row) => sum + Math.round(row.subtotal * 100), 0);
  };
  expect(await due(MILK)).toBe(2800);
  expect(await due(SHIRTS)).toBe(12900);
  expect(await due(PAID)).toBe(4560);
});

describe('receipt', () => {
  test('due and collected, growing with every payment', async () => {
    const amounts = async (): Promise<unknown> => {
      const { tag } = envelope(await shop.call(RECEIPT + MILK));
      return [tag?.['cost'], tag?.['real']];
    };
    expect(await amounts()).toEqual([28, 0]);
    await shop.collect(MILK, 10.01);
    expect(await amounts()).toEqual([28, 10.01]);
    const cash = { fen: 1799 };
    await shop.control('POST', `/bills/${MILK}/cash`, cash);
    expect(await amounts()).toEqual([28, 28]);
  });

  test('total less discount is cost', async () => {
    const { tag } = envelope(await shop.call(`${RECEIPT}XS20261122005`));
    expect(tag).toMatchObject({ total: 12795.62, discount: 449.95, cost: 12345.67 });
  });

  test('may answer for collected bills only, or not at all', async () => {
    shop.sandbox.settings.receipt = 'paid-only';
    expect(envelope(await shop.call(RECEIPT + MILK)).errcode).toBe(-1);
    expect(envelope(await shop.call(RECEIPT + PAID)).errcode).toBe(0);
    shop.sandbox.settings.receipt = 'off';
    const answer = await shop.call(RECEIPT + PAID);
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.text)).toHaveProperty('MessageDetail');
  });
});

test.each([MAIN_ROW, ROWS, RECEIPT])('%s does not know a bill: -1 in words', async (path) => {
  expect(envelope(await shop.call(`${path}NOSUCH`))).toEqual({
    errcode: -1,
    errmsg: '没有找到该售货单，请核对单号',
    tag: null,
  });
});

describe('WeChat query', () => {
  async function ask(autoid: string): Promise<unknown> {
    const body = JSON.stringify({ autoid, billnum: MILK, billtype: '2', paytype: '91' });
    const answer = envelope(await shop.call(WECHAT_QUERY, { method: 'POST', body }));
    return answer.tag?.['paystatus'] ?? answer.errmsg;
  }

  test('follows one payment to its end', async () => {
    const { tag } = envelope(await shop.collect(MILK, 28, shop.code('c3')));
    const autoid = String(tag?.['autoid']);
    expect(await ask(autoid)).toBe('USERPAYING');
    await shop.control('POST', '/customers/c3/confirm');
    expect(await ask(autoid)).toBe('SUCCESS');
    expect(await ask('1')).toBe('没有找到该笔支付');
  });

  test('a revoked payment, and a payment that was never asked about', async () => {
    const asked = envelope(await shop.collect(MILK, 20, shop.code('c3')));
    const direct = envelope(await shop.collect(MILK, 8));
    shop.clock.advance(45_000);
    expect(await ask(String(asked.tag?.['autoid']))).toBe('REVOKED');
    expect(await ask(String(direct.tag?.['autoid']))).toBe('SUCCESS');
  });

  test('may be refused to POS users', async () => {
    shop.sandbox.settings.wechatQuery = 'off';
    expect(await ask('70001')).toBe('没有权限查询微信支付');
  });
});

test('names may be spelled in Pascal case, all the way down', async () => {
  shop.sandbox.settings.naming = 'pascal';
  const answer: unknown = JSON.parse((await shop.call(ROWS + MILK)).text);
  expect(answer).toMatchObject({
    ErrCode: 0,
    Tag: expect.arrayContaining([expect.objectContaining({ BillNum: MILK, SubTotal: 19.8 })]),
  });
  const paid: unknown = JSON.parse((await shop.collect(MILK, 28)).text);
  expect(paid).toMatchObject({ ErrMsg: '收款成功', Tag: { AutoId: 70001, BillPayState: '3' } });
});
