import {
  seededRandom,
  startSandbox,
  VirtualClock,
  type RunningSandbox,
  type SandboxOptions,
} from '../../../sandbox';
import { encrypt, keyOf, send, sign, type Answer, type Call } from './caller';

export const BARCODE = '/api/Pos/MiniProgram/Busi/Sell/Pay/WithWechat/Barcode';
export const MAIN_ROW = '/api/Pos/MiniProgram/Busi/Sell/MainRow/Query/ByBillNum/';
export const ROWS = '/api/Pos/MiniProgram/Busi/Sell/Bill/Detail/Query/ByBillNum/SimpleRet/';
export const RECEIPT = '/api/Pos/Busi/Sell/Print/Content/';
export const LOGIN = '/api/Pos/Miniprogram/Login';
export const WECHAT_QUERY = '/api/UnPos/3Pay/Wechat/Query';

/** The frame of a POS answer, as the tests read it. */
export interface Envelope<T = Record<string, unknown>> {
  errcode: number;
  errmsg: string;
  tag: T | null;
}

/** A running sandbox on virtual time with an honest cashier in front of it. */
export class Shop {
  private constructor(
    readonly sandbox: RunningSandbox,
    readonly clock: VirtualClock,
  ) {}

  static async open(options: SandboxOptions = {}): Promise<Shop> {
    const clock = new VirtualClock();
    const random = seededRandom(7);
    return new Shop(await startSandbox({ port: 0, clock, random, ...options }), clock);
  }

  get url(): string {
    return this.sandbox.url;
  }

  /** Seconds since 1970 by the shop's clock, as a cashier with a right clock signs them. */
  get seconds(): number {
    return Math.floor(this.clock.now() / 1_000);
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }

  /** The code on a customer's phone now. */
  code(customerId = 'c1'): string {
    return this.sandbox.world.wallet.currentCode(customerId).text;
  }

  /** A signed call. */
  call(path: string, call: Call = {}): Promise<Answer> {
    const { method = 'GET', body } = call;
    const signing = { timestamp: this.seconds, method, ...(body !== undefined && { body }) };
    const headers = {
      authorization: sign(this.url + path, signing),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...call.headers,
    };
    return send(this.url + path, { ...call, headers });
  }

  /** The barcode call of an honest cashier, with the code on the customer's phone. */
  collect(
    billnum: string,
    yuan: number | string,
    code = this.code(),
    call: Call = {},
  ): Promise<Answer> {
    return this.call(BARCODE, { ...call, method: 'POST', body: barcodeBody(billnum, yuan, code) });
  }

  /** The tester's API. */
  control(method: string, path: string, body?: object): Promise<Answer> {
    return send(`${this.url}/sandbox${path}`, {
      method,
      ...(body && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
  }

  /** Real WeChat charges so far, as [bill, fen, code]. */
  charged(): [string, number, string | null][] {
    return this.sandbox
      .state()
      .ledger.filter((charge) => charge.channel === 'wechat')
      .map(({ billNumber, fen, code }) => [billNumber, fen, code]);
  }
}

export function barcodeBody(billnum: string, yuan: number | string, code: string): string {
  const wechatbarcode = encrypt(code, keyOf('123456'));
  return JSON.stringify({ billnum, wechatbarcode, paymentvalue: yuan });
}

export function envelope<T = Record<string, unknown>>(answer: Answer): Envelope<T> {
  return JSON.parse(answer.text) as Envelope<T>;
}
