import type { HttpRequest } from '../../../miniprogram/utils/http';
import { type Bill, billAskedFor, fenOf, foldNumber, payState, yuan } from './bills';
import { undisguise } from './fake-crypto-js';
import type { Answer, Gate } from './gate';
import type { Code, Post } from './post';
import type { Random } from './random';
import type { Timeline } from './timeline';
import type { Weather } from './weather';

const REVOKED_AFTER = 45_000;
const CODE_LIFETIME = 60_000;

export interface PosServerParts {
  readonly baseUrl: string;
  readonly timeline: Timeline;
  readonly random: Random;
  readonly weather: Weather;
  readonly gate: Gate;
  readonly codes: ReadonlyMap<string, Code>;
  /** Answers with the bill number as it was asked for, or as it stands in the server's tables. */
  readonly echoesNumber: boolean;
  /** Some servers take more than is due; it is not documented. */
  readonly overpaymentAllowed: boolean;
  /** Money moved for a barcode call. */
  readonly onCharge: (post: Post) => void;
}

/** The POS server with WeChat behind it: what is charged here is the truth. */
export class PosServer {
  readonly bills = new Map<string, Bill>();
  /** Answers of an older epoch died with the server. */
  epoch = 0;
  private downUntil = 0;
  private serial = 70_000;
  private readonly posts = new Map<number, Post>();

  constructor(private readonly parts: PosServerParts) {}

  get baseUrl(): string {
    return this.parts.baseUrl;
  }

  restart(): void {
    this.epoch += 1;
    this.downUntil = this.parts.timeline.now + this.parts.random.whole(1_000, 30_000);
  }

  expire(user: string): void {
    this.parts.gate.expire(user);
  }

  /** null: nobody listens. `post`: the barcode call this request is, for keeping the truth. */
  handle(request: HttpRequest, post: Post | null): Answer | null {
    const { timeline, gate } = this.parts;
    if (timeline.now < this.downUntil) return null;
    const refused = gate.refuse(request, timeline.now);
    if (refused !== null) return refused;
    const path = request.url.slice(this.baseUrl.length);
    if (path.endsWith('/Miniprogram/Login')) {
      return envelope(0, { token: 't', username: '', nickname: '' });
    }
    if (path.endsWith('/WithWechat/Barcode') && post !== null) return this.collect(request, post);
    if (path.endsWith('/3Pay/Wechat/Query')) return this.wechatQuery(request);
    const asked = billAskedFor(path);
    const bill = this.bills.get(foldNumber(asked));
    if (bill === undefined) return envelope(-1, null, '单据不存在');
    const number = this.parts.echoesNumber ? asked : bill.number;
    return path.includes('/MainRow/') ? this.mainRow(bill, number) : receipt(bill, number);
  }

  /** Cash or another vendor's till. @returns fen taken, 0 when there is nothing to take */
  collectElsewhere(bill: Bill, fen: number): number {
    const taken = Math.min(fen, bill.due - bill.shown);
    if (taken <= 0) return 0;
    bill.shown += taken;
    bill.paid += taken;
    return taken;
  }

  private mainRow(bill: Bill, billnum: string): Answer {
    const silent = this.parts.random.chance(0.01);
    const state = silent ? 'null' : `"${payState(bill)}"`;
    return tagged(`{"billnum":${JSON.stringify(billnum)},"paystate":${state}}`);
  }

  private wechatQuery(request: HttpRequest): Answer {
    const serial = /"autoid":"(\d+)"/.exec(request.body ?? '')?.[1];
    const post = this.posts.get(Number(serial));
    return envelope(0, {
      paystatus: (post?.chargedAt ?? null) === null ? 'USERPAYING' : 'SUCCESS',
    });
  }

  private collect(request: HttpRequest, post: Post): Answer {
    const body = request.body ?? '';
    const fen = fenOf(/"paymentvalue":([^,}]*)/.exec(body)?.[1] ?? '');
    const { billnum, wechatbarcode } = JSON.parse(body) as Record<string, string>;
    const bill = this.bills.get(foldNumber(billnum ?? ''));
    const code = this.parts.codes.get(undisguise(wechatbarcode ?? ''));
    if (bill === undefined || code === undefined) return envelope(-1, null, '单据或付款码无效');
    const above = fen > bill.due - bill.shown;
    if (!(fen > 0) || (above && !this.parts.overpaymentAllowed)) {
      return envelope(-1, null, '金额超过待收');
    }
    if (code.spent) return envelope(-1, null, '付款码已使用');
    if (this.parts.timeline.now - code.issuedAt > CODE_LIFETIME) {
      return envelope(-1, null, '付款码已过期');
    }
    code.spent = true;
    return this.decide(post, bill, code, fen);
  }

  private decide(post: Post, bill: Bill, { plan }: Code, fen: number): Answer {
    this.serial += 1;
    post.serial = this.serial;
    this.posts.set(this.serial, post);
    if (plan.kind === 'cannotPay') return envelope(-1, null, '余额不足');
    if (plan.kind === 'pays') {
      this.charge(post, bill, fen, 0);
      return envelope(0, this.tag(bill));
    }
    post.waiting = true;
    const over = (): void => {
      post.waiting = false;
    };
    if (plan.kind === 'confirms' && (plan.late || plan.ms < REVOKED_AFTER)) {
      this.parts.timeline.after(plan.ms, () => {
        over();
        const late = this.parts.weather.strikes('billUpdatedLate', 0.2);
        this.charge(post, bill, fen, late ? this.parts.random.whole(500, 30_000) : 0);
      });
    } else {
      const ms = plan.kind === 'ignores' ? REVOKED_AFTER : plan.ms;
      this.parts.timeline.after(Math.min(ms, REVOKED_AFTER), over);
    }
    return envelope(1, this.parts.random.chance(0.5) ? this.tag(bill) : null, '等待客人确认');
  }

  private charge(post: Post, bill: Bill, fen: number, shownAfter: number): void {
    post.chargedAt = this.parts.timeline.now;
    post.chargedFen += fen;
    bill.paid += fen;
    if (shownAfter === 0) bill.shown += fen;
    else this.parts.timeline.after(shownAfter, () => (bill.shown += fen));
    this.parts.onCharge(post);
  }

  private tag(bill: Bill): unknown {
    const { random } = this.parts;
    if (random.chance(0.05)) return null;
    const billnum = random.chance(0.2) ? ` ${bill.number.toLowerCase()} ` : bill.number;
    const autoid = this.serial;
    if (random.chance(0.1)) return { BillNum: billnum, AutoId: autoid };
    return { billnum, autoid, billpaystate: payState(bill) };
  }
}

function receipt(bill: Bill, number: string): Answer {
  return tagged(
    `{"billnum":${JSON.stringify(number)},"cost":${yuan(bill.due)},"real":${yuan(bill.shown)}}`,
  );
}

/** Answers to reads are most of what a server writes: by hand, in the order of `envelope`. */
function tagged(tag: string): Answer {
  return { status: 200, headers: {}, body: `{"errcode":0,"errmsg":"","tag":${tag}}` };
}

export function envelope(errcode: number, tag: unknown, errmsg = ''): Answer {
  return { status: 200, headers: {}, body: JSON.stringify({ errcode, errmsg, tag }) };
}
