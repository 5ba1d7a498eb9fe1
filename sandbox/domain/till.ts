import { dueFen, payStateOf, sameBillKey, type Bill, type PayState } from './bill';
import type { Clock, Instant } from './clock';
import type { CollectOutcome, CollectRequest, Decision, Refusal } from './collect';
import { REVOKE_AFTER_MS, overdue, type Confirmation } from './confirmation';
import { Ledger, type Channel, type Charge } from './ledger';
import type { Fen } from './money';
import type { Customer, Wallet } from './wallet';
import { refusalWords } from './words';

/** A bill with its figures, in fen. */
export interface BillFigures {
  bill: Bill;
  dueFen: Fen;
  collectedFen: Fen;
  /** Never below zero, also when too much was collected. */
  remainingFen: Fen;
  payState: PayState;
}

/** What the customer's tap led to. */
export type ConfirmResult = 'paid' | 'cancelled' | 'not-waiting' | 'balance-too-low';

/**
 * The shop's half of the world: bills, and the rules by which money gets onto them. Every public
 * call first lets the past happen ({@link catchUp}), so nobody sees a payment that should be over.
 */
export class Till {
  readonly ledger = new Ledger();
  private readonly bills = new Map<string, Bill>();
  private readonly confirmationList: Confirmation[] = [];
  private lastSerial = 70_000;

  constructor(
    private readonly clock: Clock,
    private readonly wallet: Wallet,
    bills: readonly Bill[],
    /** Asked at every payment, so that the setting can change while the sandbox runs. */
    private readonly overpaymentAllowed: () => boolean,
  ) {
    for (const bill of bills) this.bills.set(sameBillKey(bill.number), bill);
  }

  billNumbers(): string[] {
    return [...this.bills.values()].map((bill) => bill.number);
  }

  figures(number: string): BillFigures | undefined {
    this.catchUp();
    const bill = this.bills.get(sameBillKey(number));
    if (!bill) return undefined;
    const due = dueFen(bill);
    const collected = bill.collectedBeforeFen + this.ledger.collectedFen(bill.number);
    return {
      bill,
      dueFen: due,
      collectedFen: collected,
      remainingFen: Math.max(0, due - collected),
      payState: payStateOf(due, collected),
    };
  }

  confirmations(): readonly Confirmation[] {
    this.catchUp();
    return this.confirmationList;
  }

  /**
   * Collects by a scanned code. Waiting payments are not set aside from the remaining amount, as a
   * real till would not: two that are confirmed one after the other may collect too much.
   */
  collect(request: CollectRequest, decision?: Decision): CollectOutcome {
    const figures = this.figures(request.billNumber);
    if (!figures) return refused('bill-unknown');
    const { bill, remainingFen } = figures;
    const wrongAmount = this.amountRefusal(figures, request.fen);
    if (wrongAmount) return refused(wrongAmount, remainingFen);

    const taken = this.wallet.spend(request.code);
    if ('refusal' in taken) return refused(taken.refusal);
    const { customer } = taken;
    if (customer.balanceFen < request.fen) return refused('balance-too-low');
    if (decision?.kind === 'declined') {
      return { kind: 'refused', refusal: 'declined', words: decision.words };
    }

    const serial = this.nextSerial();
    const waits = decision?.kind === 'processing' || customer.askPassword;
    if (waits) {
      const startedAt = this.clock.now();
      const processing = decision?.kind === 'processing';
      this.confirmationList.push({
        ...request,
        billNumber: bill.number,
        serial,
        kind: processing ? 'processing' : 'password',
        customerId: customer.id,
        startedAt,
        endsAt: startedAt + (processing ? decision.ms : REVOKE_AFTER_MS),
        state: 'waiting',
      });
      this.catchUp();
      return { kind: 'undecided', billNumber: bill.number, serial, payState: figures.payState };
    }
    this.charge(customer, { ...request, billNumber: bill.number, serial }, this.clock.now());
    return { kind: 'collected', billNumber: bill.number, serial, payState: this.payState(bill) };
  }

  /** The customer entered the password: now, and only now, the money moves. */
  confirm(serial: number): ConfirmResult {
    const item = this.waitingForPassword(serial);
    const customer = item && this.wallet.customer(item.customerId);
    if (!item || !customer) return 'not-waiting';
    if (customer.balanceFen < item.fen) return 'balance-too-low';
    this.charge(customer, item, this.clock.now());
    item.state = 'paid';
    return 'paid';
  }

  /** The customer cancelled: no money will ever move for this payment. */
  cancel(serial: number): ConfirmResult {
    const item = this.waitingForPassword(serial);
    if (!item) return 'not-waiting';
    item.state = 'cancelled';
    return 'cancelled';
  }

  /** Cash, or another till, puts money onto a bill. @returns the charge, or why it was refused. */
  collectElsewhere(
    number: string,
    fen: Fen,
    channel: Exclude<Channel, 'wechat'>,
    by: string,
  ): Charge | { refusal: Refusal; words: string } {
    const figures = this.figures(number);
    if (!figures) return refused('bill-unknown');
    const refusal = this.amountRefusal(figures, fen);
    if (refusal) return refused(refusal, figures.remainingFen);
    const serial = this.nextSerial();
    const billNumber = figures.bill.number;
    const at = this.clock.now();
    return this.ledger.add({
      serial,
      channel,
      billNumber,
      fen,
      at,
      code: null,
      customerId: null,
      by,
    });
  }

  /** Lets everything happen that is due by now. @returns whether anything did. */
  catchUp(): boolean {
    const due = overdue(this.confirmationList, this.clock.now());
    for (const item of due) {
      const customer = this.wallet.customer(item.customerId);
      if (item.kind === 'processing' && customer && customer.balanceFen >= item.fen) {
        this.charge(customer, item, item.endsAt);
        item.state = 'paid';
      } else {
        item.state = 'revoked';
      }
    }
    return due.length > 0;
  }

  private amountRefusal(figures: BillFigures, fen: Fen): Refusal | undefined {
    if (fen <= 0) return 'amount-not-positive';
    if (this.overpaymentAllowed()) return undefined;
    if (figures.remainingFen === 0) return 'bill-complete';
    return fen > figures.remainingFen ? 'amount-above-remaining' : undefined;
  }

  private charge(
    customer: Customer,
    payment: Pick<Confirmation, 'serial' | 'billNumber' | 'fen' | 'code' | 'by'>,
    at: Instant,
  ): void {
    const { serial, billNumber, fen, code, by } = payment;
    customer.balanceFen -= fen;
    const customerId = customer.id;
    this.ledger.add({ serial, channel: 'wechat', billNumber, fen, at, code, customerId, by });
  }

  private payState(bill: Bill): PayState {
    return this.figures(bill.number)?.payState ?? '1';
  }

  private waitingForPassword(serial: number): Confirmation | undefined {
    return this.confirmations().find(
      (item) => item.serial === serial && item.kind === 'password' && item.state === 'waiting',
    );
  }

  private nextSerial(): number {
    this.lastSerial += 1;
    return this.lastSerial;
  }
}

function refused(
  refusal: Refusal,
  remaining: Fen = 0,
): Extract<CollectOutcome, { kind: 'refused' }> {
  return { kind: 'refused', refusal, words: refusalWords(refusal, remaining) };
}
