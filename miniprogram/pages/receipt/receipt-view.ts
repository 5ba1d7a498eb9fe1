import { sentences, words } from '../../config/words';
import type { Fact } from '../../components/fact-list/fact-list';
import type { Attempt } from '../../core/attempt';
import { billAccount } from '../../core/bill-account';
import type { BillRow } from '../../core/bill-row';
import { displayYuan } from '../../core/money';
import { showServerDecimal, type ServerDecimal } from '../../core/server-decimal';
import type { Receipt } from '../../services/receipts';

/** One row of goods as shown. */
export interface RowLine {
  readonly name: string;
  readonly quantity: string;
  readonly subtotal: string;
  /** 退货, or ''. */
  readonly mark: string;
}

/** What the receipt page shows of a bill that was read. */
export interface ReceiptView {
  readonly shop: string;
  /** In chunks: WeChat wants at most 60 children in a node. */
  readonly rows: readonly (readonly RowLine[])[];
  readonly moreRows: string;
  readonly figures: readonly Fact[];
}

const CHUNK = 50;
/** Rows at most: WeChat wants less than 1000 nodes on a page. */
const MOST_ROWS = 150;

/** @param onBill the attempts of this phone on the bill */
export function receiptView(receipt: Receipt, onBill: readonly Attempt[]): ReceiptView {
  const { shopName, rows, payState, figures } = receipt;
  const shown = rows.slice(0, MOST_ROWS).map(toLine);
  const chunks: RowLine[][] = [];
  for (let at = 0; at < shown.length; at += CHUNK) chunks.push(shown.slice(at, at + CHUNK));
  const hidden = rows.length - shown.length;
  const look = { payState, receipt: figures, rows };
  return {
    shop: shopName,
    rows: chunks,
    moreRows: hidden > 0 ? sentences.moreRows(hidden) : '',
    figures: figureFacts(billAccount(look, onBill)),
  };
}

function figureFacts({
  source,
  due,
  collected,
  remaining,
}: ReturnType<typeof billAccount>): Fact[] {
  const { receipt } = words;
  const byRows = source === 'rows';
  const facts: Fact[] = [
    { label: byRows ? receipt.dueByRows : receipt.due, value: yuan(due) },
    { label: byRows ? receipt.collectedHere : receipt.collected, value: yuan(collected) },
  ];
  if (remaining !== null && remaining > 0) {
    facts.push({ label: receipt.remaining, value: sentences.yuan(displayYuan(remaining)) });
  }
  return facts;
}

function yuan(figure: ServerDecimal | null): string {
  const text = figure === null ? '' : showServerDecimal(figure);
  return text === '' ? words.notRead : sentences.yuan(text);
}

function toLine({ productName, quantity, unit, subtotal, sellState }: BillRow): RowLine {
  const amount = showServerDecimal(subtotal);
  return {
    name: productName === '' ? words.receipt.nameless : productName,
    quantity: `${quantity} ${unit}`.trim(),
    subtotal: amount === '' ? words.notRead : amount,
    mark: sellState === 'returned' ? words.receipt.returned : '',
  };
}
