import type { BillSnapshot } from '../../control/snapshot';
import { call, Refused } from '../shared/api';
import { find } from '../shared/dom';
import { fenOf, yuan } from '../shared/format';

/** Money that reaches a bill by another way than the cashier under test. */
export class CashDialog {
  private readonly dialog = find('#cash', HTMLDialogElement);
  private readonly amount = find('#cash-amount', HTMLInputElement);
  private readonly channel = find('#cash-channel', HTMLSelectElement);
  private readonly problem = find('#cash-problem', HTMLElement);
  private billNumber = '';

  constructor() {
    find('#cash-cancel', HTMLButtonElement).addEventListener('click', () => this.dialog.close());
    find('#cash-form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      void this.collect();
    });
  }

  open(bill: BillSnapshot): void {
    this.billNumber = bill.number;
    this.problem.hidden = true;
    this.amount.value = yuan(bill.remainingFen).replaceAll(',', '');
    const words = `${bill.number}，待收 ¥${yuan(bill.remainingFen)}`;
    find('#cash-bill', HTMLElement).textContent = words;
    this.dialog.showModal();
    this.amount.select();
  }

  private async collect(): Promise<void> {
    const fen = fenOf(this.amount.value);
    if (fen === undefined || fen === 0) {
      this.say('请输入正确的金额');
      return;
    }
    const path = `/sandbox/bills/${encodeURIComponent(this.billNumber)}/cash`;
    try {
      await call('POST', path, { fen, channel: this.channel.value });
      this.dialog.close();
    } catch (error) {
      this.say(error instanceof Refused ? error.message : '操作失败');
    }
  }

  private say(words: string): void {
    this.problem.textContent = words;
    this.problem.hidden = false;
  }
}
