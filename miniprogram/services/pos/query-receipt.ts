import type { BillFigures } from '../../core/attempt';
import { type BillNumber, sameBill } from '../../core/bill';
import { asObject, field, textField } from '../../core/envelope';
import { UnreadableAnswerError } from '../../core/errors/unreadable-answer-error';
import { readServerYuan } from '../../core/money';
import type { PosClient } from './pos-client';

/**
 * `GET api/Pos/Busi/Sell/Print/Content/{billnum}`: the only place with a bill's amounts. Used only
 * where the setting `readReceipt` allows it.
 *
 * @returns null when the figures cannot be computed with (more than two decimals, not numbers)
 */
export async function queryReceipt(
  client: PosClient,
  bill: BillNumber,
  timeout: number,
): Promise<BillFigures | null> {
  const path = `api/Pos/Busi/Sell/Print/Content/${encodeURIComponent(bill)}`;
  const tag = asObject(await client.read({ method: 'GET', path, body: null, timeout }));
  if (tag === null || !sameBill(textField(tag, 'billnum') ?? '', bill)) {
    throw new UnreadableAnswerError(200, 'tag');
  }
  const due = readServerYuan(field(tag, 'cost'));
  const collected = readServerYuan(field(tag, 'real'));
  return due === null || collected === null ? null : { due, collected };
}
