import type { BillNumber } from '../../core/bill';
import type { BillRow, SellState } from '../../core/bill-row';
import { asObject, field, textField } from '../../core/envelope';
import { UnreadableAnswerError } from '../../core/errors/unreadable-answer-error';
import { readServerDecimal } from '../../core/server-decimal';
import type { PosClient } from './pos-client';

/** `GET …/Bill/Detail/Query/ByBillNum/SimpleRet/{billnum}`: the rows of a bill. */
export async function queryBillRows(
  client: PosClient,
  bill: BillNumber,
  timeout: number,
): Promise<readonly BillRow[]> {
  const number = encodeURIComponent(bill);
  const path = `api/Pos/MiniProgram/Busi/Sell/Bill/Detail/Query/ByBillNum/SimpleRet/${number}`;
  const tag = await client.read({ method: 'GET', path, body: null, timeout });
  if (!Array.isArray(tag)) throw new UnreadableAnswerError(200, 'tag');
  return tag.map(readRow);
}

function readRow(value: unknown): BillRow {
  const row = asObject(value);
  if (row === null) throw new UnreadableAnswerError(200, 'row');
  return {
    productName: textField(row, 'productname') ?? '',
    barcode: textField(row, 'barcode') ?? '',
    unit: textField(row, 'unit') ?? '',
    quantity: readServerDecimal(field(row, 'amount')).text,
    subtotal: readServerDecimal(field(row, 'subtotal')),
    sellState: sellStateOf(field(row, 'sellstate')),
  };
}

/** Documented as text; a deployment that sends it as a number means the same. */
function sellStateOf(value: unknown): SellState {
  if (value === '0' || value === 0) return 'sold';
  return value === '1' || value === 1 ? 'returned' : 'other';
}
