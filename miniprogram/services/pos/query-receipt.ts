import type { BillNumber } from '../../core/bill';
import type { ReceiptFigures } from '../../core/bill-account';
import type { BillRow } from '../../core/bill-row';
import { field, textField } from '../../core/envelope';
import { readServerDecimal } from '../../core/server-decimal';
import { readBillRow } from './bill-row';
import { readBillTag } from './bill-tag';
import { ENDPOINTS } from './endpoints';
import type { PosClient } from './pos-client';

/** The receipt as the server would print it. */
export interface ReceiptContent {
  readonly shopName: string;
  readonly figures: ReceiptFigures;
  readonly rows: readonly BillRow[];
}

/**
 * `GET api/Pos/Busi/Sell/Print/Content/{billnum}`: the only place with a bill's amounts. Used only
 * where the setting `readReceipt` allows it. A figure may be one that cannot be computed with. The
 * rows are left alone: a bad one must not cost the evidence.
 */
export async function queryReceipt(
  client: PosClient,
  bill: BillNumber,
  timeout: number,
): Promise<ReceiptFigures> {
  return figuresOf(await readTag(client, bill, timeout));
}

/** The same, with all of it that is shown. */
export async function queryReceiptContent(
  client: PosClient,
  bill: BillNumber,
  timeout: number,
): Promise<ReceiptContent> {
  const tag = await readTag(client, bill, timeout);
  const details = field(tag, 'details');
  return {
    shopName: textField(tag, 'posshopname') ?? '',
    figures: figuresOf(tag),
    rows: Array.isArray(details) ? details.map(readBillRow) : [],
  };
}

function readTag(
  client: PosClient,
  bill: BillNumber,
  timeout: number,
): Promise<Readonly<Record<string, unknown>>> {
  return readBillTag(client, ENDPOINTS.receipt, bill, timeout, { ownRight: true });
}

function figuresOf(tag: Readonly<Record<string, unknown>>): ReceiptFigures {
  return {
    due: readServerDecimal(field(tag, 'cost')),
    collected: readServerDecimal(field(tag, 'real')),
  };
}
