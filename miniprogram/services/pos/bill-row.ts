import type { BillRow, SellState } from '../../core/bill-row';
import { field, textField } from '../../core/envelope';
import { UnreadableAnswerError } from '../../core/errors/unreadable-answer-error';
import { asObject } from '../../core/json';
import { readServerDecimal } from '../../core/server-decimal';

/** A row of goods, as the bill's rows and the receipt write it. The receipt gives no barcode. */
export function readBillRow(value: unknown): BillRow {
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
