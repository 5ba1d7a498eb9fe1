import type { Confirmation } from '../../domain/confirmation';
import type { CustomerSnapshot, Snapshot } from '../../control/snapshot';
import { find } from '../shared/dom';
import { secondsUntil, yuan } from '../shared/format';
import { hideToast } from './toast';

export type SheetAction = 'confirm' | 'cancel';

/** The sheet that asks the customer; open exactly while a payment waits. */
export class PaySheet {
  private readonly dialog = find('#sheet', HTMLDialogElement);
  private readonly confirm = find('#confirm', HTMLButtonElement);
  private readonly cancel = find('#cancel', HTMLButtonElement);
  private waiting: Confirmation | undefined;

  constructor(private readonly act: (action: SheetAction, serial: number) => Promise<void>) {
    this.confirm.addEventListener('click', () => void this.answer('confirm'));
    this.cancel.addEventListener('click', () => void this.answer('cancel'));
    // Escape decides nothing: only the two buttons do.
    this.dialog.addEventListener('cancel', (event) => event.preventDefault());
  }

  show(snapshot: Snapshot, customer: CustomerSnapshot): void {
    this.waiting = snapshot.confirmations.find(
      (item) =>
        item.customerId === customer.id && item.kind === 'password' && item.state === 'waiting',
    );
    if (!this.waiting) {
      this.dialog.close();
      return;
    }
    find('#sheet-shop', HTMLElement).textContent = `付款给 ${snapshot.shop.name}`;
    find('#sheet-amount', HTMLElement).textContent = `¥${yuan(this.waiting.fen)}`;
    find('#sheet-bill', HTMLElement).textContent = this.waiting.billNumber;
    find('#sheet-method', HTMLElement).textContent = `零钱（¥${yuan(customer.balanceFen)}）`;
    if (this.dialog.open) return;
    hideToast();
    this.dialog.showModal();
  }

  tick(now: number): void {
    if (!this.waiting) return;
    const seconds = secondsUntil(this.waiting.endsAt, now);
    find('#sheet-time', HTMLElement).textContent = `${seconds} 秒`;
  }

  private async answer(action: SheetAction): Promise<void> {
    if (!this.waiting) return;
    this.confirm.disabled = this.cancel.disabled = true;
    await this.act(action, this.waiting.serial);
    this.confirm.disabled = this.cancel.disabled = false;
  }
}
