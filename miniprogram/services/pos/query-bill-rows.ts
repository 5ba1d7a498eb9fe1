import type { BillNumber } from '../../core/bill';
import type { BillRow } from '../../core/bill-row';
import { UnreadableAnswerError } from '../../core/errors/unreadable-answer-error';
import { readBillRow } from './bill-row';
import { ENDPOINTS } from './endpoints';
import type { PosClient } from './pos-client';

/** `GET …/Bill/Detail/Query/ByBillNum/SimpleRet/{billnum}`: the rows of a bill. */
export async function queryBillRows(
  client: PosClient,
  bill: BillNumber,
  timeout: number,
): Promise<readonly BillRow[]> {
  const path = ENDPOINTS.rows + encodeURIComponent(bill);
  const tag = await client.read({ method: 'GET', path, body: null, timeout, ownRight: true });
  if (!Array.isArray(tag)) throw new UnreadableAnswerError(200, 'tag');
  return tag.map(readBillRow);
}
