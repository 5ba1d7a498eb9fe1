import type { BillNumber } from '../../core/bill';
import { type Fen, formatYuan } from '../../core/money';
import { ENDPOINTS } from './endpoints';
import type { PosClient, SingleOutcome } from './pos-client';

/**
 * `POST api/Pos/MiniProgram/Busi/Sell/Pay/WithWechat/Barcode`: moves real money, has no idempotency
 * key. Sent exactly once; never throws.
 *
 * @param cipherText the encrypted payment code
 */
export function collectByBarcode(
  client: PosClient,
  bill: BillNumber,
  cipherText: string,
  amount: Fen,
  timeout: number,
): Promise<SingleOutcome> {
  return client.sendOnce({
    method: 'POST',
    path: ENDPOINTS.barcode,
    body: barcodeBody(bill, cipherText, amount),
    timeout,
  });
}

/** The amount is written as decimal text, so that no float ever stands between the keypad and the wire. */
export function barcodeBody(bill: BillNumber, cipherText: string, amount: Fen): string {
  const texts = `"billnum":${JSON.stringify(bill)},"wechatbarcode":${JSON.stringify(cipherText)}`;
  return `{${texts},"paymentvalue":${formatYuan(amount)}}`;
}
