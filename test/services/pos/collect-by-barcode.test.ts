import fc from 'fast-check';
import { parseBillNumber } from '../../../miniprogram/core/bill';
import { fen, MAX_AMOUNT } from '../../../miniprogram/core/money';
import {
  barcodeBody,
  collectByBarcode,
} from '../../../miniprogram/services/pos/collect-by-barcode';
import { answered, NO_ANSWER } from '../../support/world/fake-http';
import { wiredClient } from '../../support/world/client';

const BILL = parseBillNumber('XS1');

test('POST …/Pay/WithWechat/Barcode with the amount as decimal text, once', async () => {
  const { client, http } = wiredClient();
  http.always('barcode', NO_ANSWER);
  const end = await collectByBarcode(client, BILL, 'abc+/=', fen(2805), 45_000);
  expect(end.outcome).toEqual(NO_ANSWER);
  expect(http.sent.map(({ request }) => request)).toEqual([
    expect.objectContaining({
      method: 'POST',
      url: 'https://pos.example.com/api/Pos/MiniProgram/Busi/Sell/Pay/WithWechat/Barcode',
      body: '{"billnum":"XS1","wechatbarcode":"abc+/=","paymentvalue":28.05}',
      timeout: 45_000,
    }),
  ]);
});

test.each([200, 401, 500])('status %i is not tried again', async (status) => {
  const { client, http } = wiredClient();
  http.always('barcode', answered(status, ''));
  await collectByBarcode(client, BILL, 'x', fen(1), 45_000);
  expect(http.sent).toHaveLength(1);
});

test('the body is JSON that carries exactly the amount', () => {
  const bill = fc.constantFrom('XS1', '单#1', 'a_b-c./d');
  const amount = fc.integer({ min: 1, max: MAX_AMOUNT });
  fc.assert(
    fc.property(bill, fc.base64String(), amount, (number, cipherText, value) => {
      const body = barcodeBody(parseBillNumber(number), cipherText, fen(value));
      const read = JSON.parse(body) as { paymentvalue: number };
      expect(read).toMatchObject({ billnum: number, wechatbarcode: cipherText });
      expect(Math.round(read.paymentvalue * 100)).toBe(value);
      expect(body).toMatch(/"paymentvalue":\d+\.\d\d\}$/);
    }),
  );
});
