import type { BillSnapshot } from '../../control/snapshot';
import { make } from '../shared/dom';
import { yuan } from '../shared/format';

const STATES = {
  '1': { words: '未收款', look: 'chip' },
  '2': { words: '部分收款', look: 'chip partial' },
  '3': { words: '已收清', look: 'chip complete' },
} as const;

/** The server's bills with their figures. */
export function billList(
  bills: readonly BillSnapshot[],
  openCash: (bill: BillSnapshot) => void,
): Node[] {
  return bills.map((bill) => {
    const { words, look } = STATES[bill.payState];
    const cash = make('button', '', '现金收款');
    cash.type = 'button';
    cash.disabled = bill.remainingFen === 0;
    cash.addEventListener('click', () => openCash(bill));
    return make(
      'li',
      '',
      make('div', 'bill-head', make('span', 'bill-number', bill.number), make('span', look, words)),
      make('p', 'goods', bill.summary),
      make(
        'div',
        'bill-foot',
        make(
          'dl',
          'figures',
          figure('应收', bill.dueFen),
          figure('已收', bill.collectedFen),
          figure('待收', bill.remainingFen),
        ),
        cash,
      ),
      make('p', 'counts', counts(bill)),
    );
  });
}

function figure(name: string, fen: number): HTMLElement {
  return make('div', '', make('dt', '', name), make('dd', '', yuan(fen)));
}

function counts({ calls }: BillSnapshot): string {
  const reads = calls.mainRow + calls.rows + calls.receipt + calls.wechatQuery;
  return `收款请求 ${calls.barcode} 次 · 查询 ${reads} 次`;
}
