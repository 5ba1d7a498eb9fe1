import type { Sandbox, Snapshot } from '../../../sandbox';

/** A customer with a phone: 陈女士 pays at once (500.00), 孙先生 is asked for the password. */
export class Customer {
  constructor(
    private readonly sandbox: Sandbox,
    readonly id: 'c1' | 'c2' | 'c3' = 'c1',
  ) {}

  /** The payment code on the screen, in clear. */
  code(): string {
    return this.sandbox.world.wallet.currentCode(this.id).text;
  }

  /** A new code; the one before stays valid for its minute. */
  newCode(): string {
    return this.sandbox.world.wallet.newCode(this.id).text;
  }

  expiredCode(): string {
    return this.sandbox.world.wallet.expiredCode(this.id).text;
  }

  askPassword(ask = true): void {
    const customer = this.sandbox.world.wallet.customer(this.id);
    if (customer === undefined) throw new Error(`no customer ${this.id}`);
    customer.askPassword = ask;
  }

  /** Enters the password for the oldest payment that waits. */
  confirm(): void {
    this.decide('confirm');
  }

  cancel(): void {
    this.decide('cancel');
  }

  /** In fen. */
  balance(): number {
    return this.shown().balanceFen;
  }

  private decide(action: 'confirm' | 'cancel'): void {
    const { till } = this.sandbox.world;
    const waiting = till
      .confirmations()
      .find((item) => item.customerId === this.id && item.state === 'waiting');
    if (waiting === undefined) throw new Error('no payment waits for the customer');
    const result = till[action](waiting.serial);
    if (result !== (action === 'confirm' ? 'paid' : 'cancelled')) throw new Error(result);
    this.sandbox.world.changed();
  }

  private shown(): Snapshot['customers'][number] {
    const found = this.sandbox.state().customers.find(({ id }) => id === this.id);
    if (found === undefined) throw new Error(`no customer ${this.id}`);
    return found;
  }
}
