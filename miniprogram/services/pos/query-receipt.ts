import { type BillNumber, sameBill } from '../../core/bill';
import type { ReceiptFigures } from '../../core/bill-account';
import { asObject, field, textField } from '../../core/envelope';
import { UnreadableAnswerError } from '../../core/errors/unreadable-answer-error';
import { readServerDecimal } from '../../core/server-decimal';
import type { PosClient } from './pos-client';

/**
 * `GET api/Pos/Busi/Sell/Print/Content/{billnum}`: the only place with a bill's amounts. Used only
 * where the setting `readReceipt` allows it. A figure may be one that cannot be computed with.
 */
export async function queryReceipt(
  client: PosClient,
  bill: BillNumber,
  timeout: number,
): Promise<ReceiptFigures> {
  const path = `api/Pos/Busi/Sell/Print/Content/${encodeURIComponent(bill)}`;
  const tag = asObject(await client.read({ method: 'GET', path, body: null, timeout }));
  if (tag === null || !sameBill(textField(tag, 'billnum') ?? '', bill)) {
    throw new UnreadableAnswerError(200, 'tag');
  }
  return {
    due: readServerDecimal(field(tag, 'cost')),
    collected: readServerDecimal(field(tag, 'real')),
  };
}
