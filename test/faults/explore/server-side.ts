import type { BillReading } from '../../../miniprogram/core/attempt';
import type { HttpOutcome } from '../../../miniprogram/core/http-outcome';
import { fen } from '../../../miniprogram/core/money';

export const AMOUNT = 2_000;
/** What the whole bill comes to, fen: the amount is all that remains, or a part of it. */
export type Due = 2_000 | 5_000;

type AnswerKind = 'collected' | 'awaiting' | 'declined';

/** The truth about the one call: the network, the server, the customer, and cash on the bill. */
export class ServerSide {
  request: 'unsent' | 'travelling' | 'over' = 'unsent';
  answer: AnswerKind | null = null;
  customer: 'none' | 'asked' = 'none';
  charged = false;
  cash = false;
  deliveries = 0;

  constructor(private readonly due: Due) {}

  arrives(answer: AnswerKind): void {
    this.request = 'over';
    this.deliveries += 1;
    this.answer = answer;
    if (answer === 'collected') this.charged = true;
    if (answer === 'awaiting') this.customer = 'asked';
  }

  deliveredAgain(): void {
    this.deliveries += 1;
    this.answer = 'declined'; // 付款码已使用
  }

  decides(pays: boolean): void {
    this.customer = 'none';
    if (pays) this.charged = true;
  }

  takeAnswer(): HttpOutcome {
    const kind = this.answer;
    this.answer = null;
    const errcode = kind === 'collected' ? 0 : kind === 'awaiting' ? 1 : -1;
    const billpaystate = this.read(0).payState;
    const tag = errcode === -1 ? null : { billnum: 'XS0001', autoid: 7, billpaystate };
    const body = JSON.stringify({ errcode, errmsg: '', tag });
    return { kind: 'answer', status: 200, headers: {}, body };
  }

  read(sentAt: number): BillReading {
    const collected = (this.charged ? AMOUNT : 0) + (this.cash ? AMOUNT : 0);
    const payState = collected >= this.due ? '3' : '1';
    return { sentAt, payState, figures: { due: fen(this.due), collected: fen(collected) } };
  }

  key(): string {
    const { request, answer, customer, charged, cash, deliveries } = this;
    // How often it was delivered matters while it may be again, and for telling why.
    return [request, answer, customer, charged, cash, deliveries].join(' ');
  }
}
