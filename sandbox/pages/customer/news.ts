import type { Snapshot } from '../../control/snapshot';
import { find } from '../shared/dom';
import { clockTime, yuan } from '../shared/format';

/** Tells the customer what became of a payment, once. */
export class NewsWatch {
  private readonly last = find('#last', HTMLElement);
  private customerId = '';
  private known = new Set<string>();

  constructor(private readonly tell: (words: string) => void) {}

  look(snapshot: Snapshot, customerId: string): void {
    const news = [...paid(snapshot, customerId), ...ended(snapshot, customerId)];
    // Another customer's history, or what happened before the page was opened, is no news.
    const fresh = this.customerId === customerId ? news.filter(([id]) => !this.known.has(id)) : [];
    this.customerId = customerId;
    // Replaced, not added to: after a reset the same serials come again.
    this.known = new Set(news.map(([id]) => id));
    const newest = fresh.at(-1);
    if (newest) this.tell(newest[1]);
    this.showLast(snapshot, customerId);
  }

  private showLast(snapshot: Snapshot, customerId: string): void {
    const charge = snapshot.ledger.filter((item) => item.customerId === customerId).at(-1);
    this.last.hidden = charge === undefined;
    if (charge)
      this.last.textContent = `最近一笔 ${clockTime(charge.at)} 付款 ¥${yuan(charge.fen)}`;
  }
}

/** What happened, and the words for it. */
type News = [id: string, words: string];

function paid(snapshot: Snapshot, customerId: string): News[] {
  return snapshot.ledger
    .filter((charge) => charge.customerId === customerId)
    .map((charge) => [`paid ${charge.serial}`, `已支付 ¥${yuan(charge.fen)}`]);
}

function ended(snapshot: Snapshot, customerId: string): News[] {
  return snapshot.confirmations
    .filter((item) => item.customerId === customerId)
    .flatMap((item): News[] => {
      if (item.state === 'cancelled') return [[`ended ${item.serial}`, '已取消支付']];
      if (item.state === 'revoked') return [[`ended ${item.serial}`, '超时未支付，已撤销']];
      return [];
    });
}
