import type { CustomerSnapshot } from '../../control/snapshot';
import { find } from '../shared/dom';
import { secondsUntil } from '../shared/format';

/** The code as bars and square, its digits on demand, and how long it lives. */
export class CodeView {
  private readonly bars = find('#bars', HTMLImageElement);
  private readonly qr = find('#qr', HTMLImageElement);
  private readonly digits = find('#digits', HTMLElement);
  private readonly reveal = find('#reveal', HTMLButtonElement);
  private readonly countdown = find('#countdown', HTMLElement);
  private customer: CustomerSnapshot | undefined;
  private revealed = false;

  constructor(renew: () => void) {
    this.reveal.addEventListener('click', () => {
      this.revealed = !this.revealed;
      this.showDigits();
    });
    find('#renew', HTMLButtonElement).addEventListener('click', renew);
    find('#save', HTMLButtonElement).addEventListener('click', () => this.save());
  }

  show(customer: CustomerSnapshot): void {
    const before = this.customer;
    this.customer = customer;
    if (before?.id === customer.id && before.code.text === customer.code.text) return;
    // A number seen once is not shown for the next code, as on a real phone.
    this.revealed = false;
    this.bars.src = this.picture('svg', 'code128');
    this.qr.src = this.picture('svg', 'qr');
    this.showDigits();
  }

  /** Moves the countdown. */
  tick(now: number): void {
    if (!this.customer) return;
    const seconds = secondsUntil(this.customer.code.expiresAt, now);
    this.countdown.textContent = `${seconds} 秒后自动更新`;
  }

  private showDigits(): void {
    const text = this.customer?.code.text ?? '';
    const grouped = text.replace(/(\d{4})(?=\d)/g, '$1 ');
    this.digits.textContent = this.revealed ? grouped : `${text.slice(0, 4)} **** ****`;
    this.reveal.textContent = this.revealed ? '隐藏数字' : '查看数字';
  }

  private save(): void {
    const link = document.createElement('a');
    link.href = this.picture('png', 'both');
    link.download = `付款码-${this.customer?.name ?? ''}.png`;
    link.click();
  }

  /** The issue time makes the address new for every code; the server always draws the current one. */
  private picture(format: 'svg' | 'png', type: string): string {
    const { id, code } = this.customer ?? { id: '', code: { issuedAt: 0 } };
    const customer = encodeURIComponent(id);
    return `/sandbox/customers/${customer}/code.${format}?type=${type}&at=${code.issuedAt}`;
  }
}
