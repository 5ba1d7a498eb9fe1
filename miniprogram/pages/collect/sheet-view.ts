import { sentences, words } from '../../config/words';
import type { BillRow } from '../../core/bill-row';
import { displayYuan } from '../../core/money';
import type { PartLine } from '../../components/bill-parts/bill-parts';
import type { RowLine } from '../../components/bill-sheet/bill-sheet';
import type { Services } from '../../services/services';
import { partLines, partsSummary } from '../shared/part-lines';

/** What the sheet 单据明细 shows. */
export interface SheetView {
  readonly sheetBill: string;
  readonly rows: readonly RowLine[];
  readonly rowsState: 'reading' | 'read' | 'unreadable';
  readonly parts: readonly PartLine[];
  readonly partsSummary: string;
}

const CLOSED: SheetView = {
  sheetBill: '',
  rows: [],
  rowsState: 'reading',
  parts: [],
  partsSummary: '',
};

/** @param open a sheet that is not shown costs nothing */
export function sheetView({ desk, attempts, session, clock }: Services, open: boolean): SheetView {
  const current = desk.current();
  if (!open || current.kind === 'none') return CLOSED;
  const onBill = attempts.onBill(session.server.baseUrl, current.bill);
  const rows = current.kind === 'read' ? current.look.rows : null;
  const readState = rows === null ? 'unreadable' : 'read';
  return {
    sheetBill: current.bill,
    rows: rows?.map(rowLine) ?? [],
    rowsState: current.kind === 'reading' ? 'reading' : readState,
    parts: partLines(onBill, clock.now()),
    partsSummary: partsSummary(onBill),
  };
}

function rowLine({ productName, barcode, quantity, unit, subtotal, sellState }: BillRow): RowLine {
  const { amount, text } = subtotal;
  const money = amount === null ? text : displayYuan(amount);
  return {
    name: productName === '' ? words.notRead : productName,
    barcode,
    quantity: sentences.quantity(quantity === '' ? words.notRead : quantity, unit).trim(),
    subtotal: money === '' ? words.notRead : `${words.yuan}${money}`,
    returned: sellState === 'returned',
  };
}
