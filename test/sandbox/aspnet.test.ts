import { send } from './support/caller';
import { BARCODE, barcodeBody, envelope, LOGIN, MAIN_ROW, Shop } from './support/shop';

const MILK = 'XS20261122001';

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());

/** The ModelState of a barcode call with this body. */
async function complaints(body: string): Promise<unknown> {
  const answer = await shop.call(BARCODE, { method: 'POST', body });
  expect(answer.status).toBe(400);
  const { Message, ModelState } = JSON.parse(answer.text) as Record<string, unknown>;
  expect(Message).toBe('请求无效。');
  return ModelState;
}

const good = { billnum: MILK, wechatbarcode: 'x', paymentvalue: 1 };

test.each([
  [{}, ['model.billnum', 'model.wechatbarcode', 'model.paymentvalue']],
  [{ ...good, billnum: '' }, ['model.billnum']],
  [{ ...good, billnum: 'X'.repeat(21) }, ['model.billnum']],
  [{ ...good, billnum: 20261122001 }, ['model.billnum']],
  [{ ...good, wechatbarcode: 'x'.repeat(257) }, ['model.wechatbarcode']],
  [{ ...good, wechatbarcode: null }, ['model.wechatbarcode']],
  [{ ...good, paymentvalue: '二十八' }, ['model.paymentvalue']],
  [{ ...good, paymentvalue: '1e1' }, ['model.paymentvalue']],
  [{ ...good, paymentvalue: true }, ['model.paymentvalue']],
  [[], ['model']],
])('%j is 400 and names %j', async (body, fields) => {
  const state = await complaints(JSON.stringify(body));
  expect(Object.keys(state as object).sort()).toEqual([...fields].sort());
});

test.each(['', '{"billnum":', 'null'])('the body %j is 400', async (body) => {
  expect(await complaints(body)).toHaveProperty('model');
});

test('wrong input is counted, and moves nothing', () => {
  expect(shop.charged()).toEqual([]);
  expect(shop.sandbox.state().bills[0]?.calls.barcode).toBeGreaterThan(0);
});

test('names in the body are read without regard to case', async () => {
  const { billnum, wechatbarcode } = JSON.parse(barcodeBody(MILK, 1, shop.code())) as typeof good;
  const body = JSON.stringify({ BillNum: billnum, WechatBarcode: wechatbarcode, PaymentValue: 1 });
  expect(envelope(await shop.call(BARCODE, { method: 'POST', body })).errcode).toBe(0);
});

test('paths are matched without regard to case; the signature covers them as sent', async () => {
  const path = (MAIN_ROW + MILK).toUpperCase();
  expect(envelope(await shop.call(path)).tag).toMatchObject({ billnum: MILK });
});

test('an unknown address is 404 and is quoted', async () => {
  const answer = await shop.call('/api/Pos/Nothing');
  expect(answer.status).toBe(404);
  const uri = `${shop.url}/api/Pos/Nothing`;
  expect(JSON.parse(answer.text)).toEqual({
    Message: `找不到与请求 URI“${uri}”匹配的 HTTP 资源。`,
    MessageDetail: `未找到与 URI“${uri}”匹配的路由。`,
  });
});

test.each([
  ['GET', LOGIN, 'POST'],
  ['HEAD', LOGIN, 'POST'],
  ['GET', BARCODE, 'POST'],
  ['PUT', BARCODE, 'POST'],
  ['POST', MAIN_ROW + MILK, 'GET'],
])('%s %s is 405', async (method, path, allow) => {
  const answer = await shop.call(path, { method });
  expect(answer.status).toBe(405);
  expect(answer.headers['allow']).toBe(allow);
});

test.each(['text/plain', 'application/x-www-form-urlencoded'])('%s is 415', async (type) => {
  shop.sandbox.settings.auth = 'none';
  const headers = { 'content-type': type };
  const answer = await send(shop.url + BARCODE, { method: 'POST', headers, body: 'billnum=1' });
  shop.sandbox.settings.auth = 'hawk';
  expect(answer.status).toBe(415);
  expect(JSON.parse(answer.text)).toEqual({
    Message: `此资源不支持请求实体的媒体类型“${type}”。`,
  });
});

test('a body of more than 64 KiB is 413', async () => {
  const answer = await shop.call(BARCODE, { method: 'POST', body: ' '.repeat(65_537) });
  expect(answer.status).toBe(413);
});

test('a broken percent sign in the path is no crash', async () => {
  const answer = await send(`${shop.url}${MAIN_ROW}%E4%ZZ`);
  expect(answer.status).toBe(400);
  expect(JSON.parse(answer.text)).toEqual({ Message: '请求无效。' });
});
