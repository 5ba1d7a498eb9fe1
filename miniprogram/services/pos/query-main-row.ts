import type { BillNumber } from '../../core/bill';
import { field, textField } from '../../core/envelope';
import { readBillTag } from './bill-tag';
import { ENDPOINTS } from './endpoints';
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
  const tag = await readBillTag(client, ENDPOINTS.mainRow, bill, timeout);
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
