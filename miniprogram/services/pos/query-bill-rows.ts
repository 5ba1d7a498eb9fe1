import type { BillNumber } from '../../core/bill';
import { asObject, field, textField } from '../../core/envelope';
import { UnreadableAnswerError } from '../../core/errors/unreadable-answer-error';
import { type Fen, readServerYuan } from '../../core/money';
import type { PosClient } from './pos-client';

/** One row of goods on a bill. */
export interface BillRow {
  readonly productName: string;
  readonly barcode: string;
  readonly unit: string;
  /** Quantity as the server wrote it (it may be a weight). */
  readonly quantity: string;
  /** null when the figure has more than two decimals: shown as `subtotalText`, not computed with. */
  readonly subtotal: Fen | null;
  readonly subtotalText: string;
  /** sellstate "1". */
  readonly returned: boolean;
}

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
  const subtotal = field(row, 'subtotal');
  return {
    productName: textField(row, 'productname') ?? '',
    barcode: textField(row, 'barcode') ?? '',
    unit: textField(row, 'unit') ?? '',
    quantity: figureText(field(row, 'amount')),
    subtotal: readServerYuan(subtotal),
    subtotalText: figureText(subtotal),
    returned: textField(row, 'sellstate') === '1',
  };
}

function figureText(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}
