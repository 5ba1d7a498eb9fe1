import { CIPHER_PROFILES } from '../../sandbox/cipher/profiles';
import { encrypt, keyOf } from './support/caller';
import { BARCODE, envelope, MAIN_ROW, Shop } from './support/shop';

const MILK = 'XS20261122001';
const RICE = 'XS20261122002';
const SWEETS = 'XS20261122003';
const TELEVISION = 'XS20261122005';

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
beforeEach(() => shop.sandbox.reset());
afterAll(() => shop.close());

async function payState(bill: string): Promise<unknown> {
  return envelope(await shop.call(MAIN_ROW + bill)).tag?.['paystate'];
}

test('a whole bill: errcode 0, "3", and the ledger says the same', async () => {
  const code = shop.code();
  expect(envelope(await shop.collect(MILK, 28))).toEqual({
    errcode: 0,
    errmsg: '收款成功',
    tag: { billnum: MILK, autoid: 70001, billpaystate: '3' },
  });
  expect(shop.charged()).toEqual([[MILK, 2800, code]]);
  expect(await payState(MILK)).toBe('3');
  expect(shop.code()).not.toBe(code);
});

test('in parts: anything but "3" until the last fen', async () => {
  const parts = [];
  for (const yuan of ['0.01', 0.01, 0.01]) {
    parts.push(envelope(await shop.collect(SWEETS, yuan)).tag?.['billpaystate']);
  }
  expect(parts).toEqual(['2', '2', '3']);
});

test('a big amount, by the customer who is asked for the password', async () => {
  const answer = await shop.collect(TELEVISION, 12345.67, shop.code('c3'));
  expect(envelope(answer)).toMatchObject({ errcode: 1, tag: { billnum: TELEVISION } });
  expect(await payState(TELEVISION)).toBe('1');
  await shop.control('POST', '/customers/c3/confirm');
  expect(await payState(TELEVISION)).toBe('3');
  expect(shop.charged()).toMatchObject([[TELEVISION, 1234567, expect.anything()]]);
});

test('errcode 1 may come with an empty tag', async () => {
  shop.sandbox.settings.undecidedTag = 'empty';
  const answer = await shop.collect(RICE, 100, shop.code('c3'));
  expect(envelope(answer)).toMatchObject({ errcode: 1, tag: null });
});

test.each([
  ['an unknown bill', 'NOSUCH', 1, undefined, '没有找到该售货单'],
  ['too much', MILK, 28.01, undefined, '超过待收金额，待收 28.00 元'],
  ['three decimals', MILK, 0.001, undefined, '最多两位小数'],
  ['nothing', MILK, 0, undefined, '必须大于零'],
  ['a code of nobody', MILK, 28, '134567890123456789', '付款码无效'],
  ['an Alipay code', MILK, 28, '281234567890123456', '请扫描微信付款码'],
])('%s: -1 with words for the clerk', async (_name, bill, yuan, code, words) => {
  const answer = envelope(await shop.collect(bill, yuan, code ?? shop.code()));
  expect(answer).toEqual({ errcode: -1, errmsg: expect.stringContaining(words), tag: null });
  expect(shop.charged()).toEqual([]);
});

test('a code works once and for a minute', async () => {
  const code = shop.code();
  expect(envelope(await shop.collect(RICE, 1, code)).errcode).toBe(0);
  expect(envelope(await shop.collect(RICE, 1, code)).errmsg).toContain('已使用');
  const late = shop.code();
  shop.clock.advance(60_000);
  expect(envelope(await shop.collect(RICE, 1, late)).errmsg).toContain('已过期');
  expect(shop.charged()).toHaveLength(1);
});

test.each(CIPHER_PROFILES)('deciphers by %s, and by it alone', async (profile) => {
  shop.sandbox.settings.cipherProfile = profile;
  const other = profile === 'sha256-ecb' ? 'utf8-ecb' : 'sha256-ecb';
  const words = [];
  for (const used of [other, profile] as const) {
    const wechatbarcode = encrypt(shop.code(), keyOf('123456'), used);
    const body = JSON.stringify({ billnum: MILK, wechatbarcode, paymentvalue: 28 });
    words.push(envelope(await shop.call(BARCODE, { method: 'POST', body })).errmsg);
  }
  expect(words).toEqual(['付款码解密失败，请重新登录后再试', '收款成功']);
});

test('every answer of the barcode call is told apart by errcode alone', async () => {
  const codes = [
    envelope(await shop.collect(RICE, 1)).errcode,
    envelope(await shop.collect(RICE, 1, shop.code('c3'))).errcode,
    envelope(await shop.collect(RICE, 10, shop.code('c2'))).errcode,
  ];
  expect(codes).toEqual([0, 1, -1]);
});
