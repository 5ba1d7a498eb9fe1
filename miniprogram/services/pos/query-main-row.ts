import { type BillNumber, sameBill } from '../../core/bill';
import { asObject, field, textField } from '../../core/envelope';
import { UnreadableAnswerError } from '../../core/errors/unreadable-answer-error';
import type { PosClient } from './pos-client';

export interface MainRow {
  /** "3": the whole bill is collected; other values are not documented. null: not said. */
  readonly payState: string | null;
  readonly shopName: string;
}

/**
 * `GET …/MainRow/Query/ByBillNum/{billnum}`: the query the vendor means for "the money has not
 * arrived: ask again". Any user's bill; no amounts.
 */
export async function queryMainRow(
  client: PosClient,
  bill: BillNumber,
  timeout: number,
): Promise<MainRow> {
  const path = `api/Pos/MiniProgram/Busi/Sell/MainRow/Query/ByBillNum/${encodeURIComponent(bill)}`;
  const tag = asObject(await client.read({ method: 'GET', path, body: null, timeout }));
  // An answer counts only when it is about our bill.
  if (tag === null || !sameBill(textField(tag, 'billnum') ?? '', bill)) {
    throw new UnreadableAnswerError(200, 'tag');
  }
  return {
    payState: payStateOf(field(tag, 'paystate')),
    shopName: textField(tag, 'shopname') ?? '',
  };
}

/** Documented as text; a deployment that sends 3 as a number means the same, and must stop a charge too. */
function payStateOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : null;
}
