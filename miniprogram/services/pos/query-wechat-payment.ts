import type { BillNumber } from '../../core/bill';
import { asObject, textField } from '../../core/envelope';
import type { PosClient } from './pos-client';

/** Only this value, under errcode 0, means that the payment was made. */
const PAID = 'SUCCESS';

/**
 * `POST api/UnPos/3Pay/Wechat/Query`: asks WeChat, through the server, about one payment. Documented
 * for another product line, so a setting allows it.
 *
 * @param paymentNumber the autoid that the attempt's own answer gave
 * @returns true: paid; false: not decided (never "not paid")
 */
export async function queryWechatPayment(
  client: PosClient,
  bill: BillNumber,
  paymentNumber: string,
  timeout: number,
): Promise<boolean> {
  const body = JSON.stringify({
    autoid: paymentNumber,
    billnum: bill,
    billtype: '2',
    paytype: '91',
  });
  const path = 'api/UnPos/3Pay/Wechat/Query';
  const tag = asObject(await client.read({ method: 'POST', path, body, timeout }));
  return tag !== null && textField(tag, 'paystatus') === PAID;
}
