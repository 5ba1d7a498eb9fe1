import { World } from '../support/world/world';
import { BILL } from '../support/world/attempts';
import { envelope, NO_ANSWER } from '../support/world/fake-http';

const ROW = {
  autoid: 1,
  productid: 3,
  productname: '番茄 ',
  amount: 1.235,
  cosprice: 9.9,
  sellstate: '0',
  unit: '公斤',
  subtotal: 7.4,
};

const receipt = envelope(0, {
  BillNum: BILL,
  PosShopName: '南门店',
  username: '王小明',
  cost: 12.4,
  real: 5,
  details: [ROW, { ...ROW, productname: '鸡蛋', amount: 1, sellstate: '1', subtotal: 5 }],
});

test('the receipt, where the setting allows it: two calls fewer', async () => {
  const world = await World.open();
  world.http.always('receipt', receipt);
  const read = await world.services.receipts.read(BILL);
  expect(read).toEqual({
    shopName: '南门店',
    payState: null,
    figures: { due: { amount: 1240, text: '12.4' }, collected: { amount: 500, text: '5' } },
    rows: [
      expect.objectContaining({ productName: '番茄 ', quantity: '1.235', sellState: 'sold' }),
      expect.objectContaining({ productName: '鸡蛋', sellState: 'returned' }),
    ],
  });
  expect(JSON.stringify(read)).not.toContain('9.9');
  expect(world.calls('mainRow')).toEqual([]);
});

test.each([
  ['switched off', { readReceipt: false }, undefined],
  ['refused', {}, envelope(-1, null, '未打印')],
  ['unreadable', {}, envelope(0, 'x')],
])('%s: the rows and the bill’s main row', async (_name, change, answer) => {
  const world = await World.open(change);
  if (answer !== undefined) world.http.always('receipt', answer);
  world.http.always('rows', envelope(0, [ROW]));
  world.http.always('mainRow', envelope(0, { billnum: BILL, paystate: '1', shopname: '北门店' }));
  expect(await world.services.receipts.read(BILL)).toMatchObject({
    shopName: '北门店',
    figures: null,
    payState: '1',
    rows: [{ productName: '番茄 ', subtotal: { amount: 740 } }],
  });
  if (answer === undefined) expect(world.calls('receipt')).toEqual([]);
});

test('without a network the rows are not tried, either', async () => {
  const world = await World.open();
  world.http.always('receipt', NO_ANSWER);
  await expect(world.services.receipts.read(BILL)).rejects.toMatchObject({ code: 'noAnswer' });
  expect(world.calls('mainRow')).toEqual([]);
});
