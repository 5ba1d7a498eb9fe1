import { type BillNumber, sameBill } from '../../core/bill';
import { field, isAmbiguous, textField } from '../../core/envelope';
import { asObject } from '../../core/json';
import { ENDPOINTS } from './endpoints';
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
  const path = ENDPOINTS.wechat;
  const tag = asObject(await client.read({ method: 'POST', path, body, timeout, otherLine: true }));
  if (tag === null || textField(tag, 'paystatus') !== PAID) return false;
  return names(tag, 'billnum', bill) && names(tag, 'autoid', paymentNumber);
}

/** Where the answer names what it is about, it must be what was asked about. */
function names(tag: Readonly<Record<string, unknown>>, name: string, asked: string): boolean {
  if (isAmbiguous(tag, name)) return false;
  const named = field(tag, name) ?? asked;
  return (typeof named === 'string' || typeof named === 'number') && sameBill(String(named), asked);
}
