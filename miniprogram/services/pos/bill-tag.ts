import { type BillNumber, sameBill } from '../../core/bill';
import { textField } from '../../core/envelope';
import { UnreadableAnswerError } from '../../core/errors/unreadable-answer-error';
import { asObject } from '../../core/json';
import type { PosClient, PosRequest } from './pos-client';

/**
 * Asks about one bill. An answer counts only when it is about our bill.
 *
 * @param path of the endpoint, up to the bill number
 * @throws what `PosClient.read` throws
 */
export async function readBillTag(
  client: PosClient,
  path: string,
  bill: BillNumber,
  timeout: number,
  about: Pick<PosRequest, 'ownRight'> = {},
): Promise<Readonly<Record<string, unknown>>> {
  const asked = path + encodeURIComponent(bill);
  const request: PosRequest = { method: 'GET', path: asked, body: null, timeout, ...about };
  const tag = asObject(await client.read(request));
  if (tag === null || !sameBill(textField(tag, 'billnum') ?? '', bill)) {
    throw new UnreadableAnswerError(200, 'tag');
  }
  return tag;
}
