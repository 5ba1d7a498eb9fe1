import { type BillNumber, sameBill } from '../../core/bill';
import type { BillRow, SellState } from '../../core/bill-row';
import { asObject, field, textField } from '../../core/envelope';
import { UnreadableAnswerError } from '../../core/errors/unreadable-answer-error';
import { readServerDecimal, type ServerDecimal } from '../../core/server-decimal';
import type { PosClient } from './pos-client';

/** The receipt as the server would print it. */
export interface ReceiptContent {
  readonly shopName: string;
  /** Who sold. */
  readonly userName: string;
  /** 应收. */
  readonly due: ServerDecimal;
  /** 实收. */
  readonly collected: ServerDecimal;
  readonly rows: readonly BillRow[];
}

/**
 * `GET api/Pos/Busi/Sell/Print/Content/{billnum}`, all of it that is shown. Only where the setting
 * `readReceipt` allows it.
 */
export async function queryReceiptContent(
  client: PosClient,
  bill: BillNumber,
  timeout: number,
): Promise<ReceiptContent> {
  const path = `api/Pos/Busi/Sell/Print/Content/${encodeURIComponent(bill)}`;
  const tag = asObject(await client.read({ method: 'GET', path, body: null, timeout }));
  if (tag === null || !sameBill(textField(tag, 'billnum') ?? '', bill)) {
    throw new UnreadableAnswerError(200, 'tag');
  }
  const details = field(tag, 'details');
  return {
    shopName: textField(tag, 'posshopname') ?? '',
    userName: textField(tag, 'username') ?? '',
    due: readServerDecimal(field(tag, 'cost')),
    collected: readServerDecimal(field(tag, 'real')),
    rows: Array.isArray(details) ? details.map(readRow) : [],
  };
}

function readRow(value: unknown): BillRow {
  const row = asObject(value);
  if (row === null) throw new UnreadableAnswerError(200, 'details');
  return {
    productName: textField(row, 'productname') ?? '',
    barcode: '',
    unit: textField(row, 'unit') ?? '',
    quantity: readServerDecimal(field(row, 'amount')).text,
    subtotal: readServerDecimal(field(row, 'subtotal')),
    sellState: sellStateOf(field(row, 'sellstate')),
  };
}

function sellStateOf(value: unknown): SellState {
  if (value === '0' || value === 0) return 'sold';
  return value === '1' || value === 1 ? 'returned' : 'other';
}
