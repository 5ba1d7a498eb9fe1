import { parseBillNumber } from '../../../miniprogram/core/bill';
import { queryBillRows } from '../../../miniprogram/services/pos/query-bill-rows';
import { envelope } from '../../support/world/fake-http';
import { wiredClient } from '../../support/world/client';

function ask(tag: unknown): { answer: Promise<unknown>; url: () => string | undefined } {
  const { client, http } = wiredClient();
  http.always('rows', envelope(0, tag));
  const answer = queryBillRows(client, parseBillNumber('XS1'), 9_000);
  return { answer, url: () => http.sent[0]?.request.url };
}

test('GET …/Bill/Detail/Query/ByBillNum/SimpleRet/{billnum}', async () => {
  const row = { productname: '茶', barcode: '690', unit: '盒', amount: 1.25, subtotal: 28.5 };
  const { answer, url } = ask([
    { ...row, sellstate: '0' },
    { ...row, sellstate: '1', subtotal: '-28.505' },
  ]);
  const read = { productName: '茶', barcode: '690', unit: '盒', quantity: '1.25' };
  expect(await answer).toEqual([
    { ...read, subtotal: { amount: 2850, text: '28.5' }, sellState: 'sold' },
    { ...read, subtotal: { amount: null, text: '-28.505' }, sellState: 'returned' },
  ]);
  expect(url()).toBe(
    'https://pos.example.com/api/Pos/MiniProgram/Busi/Sell/Bill/Detail/Query/ByBillNum/SimpleRet/XS1',
  );
});

test('a row without anything', async () => {
  expect(await ask([{}]).answer).toEqual([
    {
      productName: '',
      barcode: '',
      unit: '',
      quantity: '',
      subtotal: { amount: null, text: '' },
      sellState: 'other',
    },
  ]);
});

test.each([
  ['0', 'sold'],
  ['1', 'returned'],
  [0, 'sold'],
  [1, 'returned'],
  ['2', 'other'],
  [null, 'other'],
])('sellstate %j: %s', async (sellstate, sellState) => {
  expect(await ask([{ SellState: sellstate }]).answer).toMatchObject([{ sellState }]);
});

test('what the shop paid for it is not read', async () => {
  expect(JSON.stringify(await ask([{ cosprice: 12.34, CosPrice: 12.34 }]).answer)).not.toContain(
    '12.34',
  );
});

test('no rows', async () => {
  expect(await ask([]).answer).toEqual([]);
});

test.each([[null], [{}], ['x'], [[null]], [[1]]])('tag %j cannot be read', async (tag) => {
  await expect(ask(tag).answer).rejects.toMatchObject({ code: 'unreadableAnswer' });
});
