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
    { ...read, subtotal: 2850, subtotalText: '28.5', returned: false },
    { ...read, subtotal: null, subtotalText: '-28.505', returned: true },
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
      subtotal: null,
      subtotalText: '',
      returned: false,
    },
  ]);
});

test('no rows', async () => {
  expect(await ask([]).answer).toEqual([]);
});

test.each([[null], [{}], ['x'], [[null]], [[1]]])('tag %j cannot be read', async (tag) => {
  await expect(ask(tag).answer).rejects.toMatchObject({ code: 'unreadableAnswer' });
});
