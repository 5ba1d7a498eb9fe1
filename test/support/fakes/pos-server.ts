import type { HttpOutcome } from '../../../miniprogram/core/http-outcome';
import type { HttpRequest } from '../../../miniprogram/utils/http';
import { envelope } from '../world/fake-http';

const BILL_IN_PATH = /\/([^/]+)$/;

/** The simplest server: answers reads with one bill's figures, and the barcode call as told. */
export interface FakePosServer {
  payState: string;
  due: number;
  collected: number;
  /** The bill's rows as the wire has them; null: they cannot be read. */
  rows: readonly object[] | null;
  /** Whether the receipt answers. */
  receipt: boolean;
  /** What the barcode call gets. */
  barcode: (request: HttpRequest) => HttpOutcome;
  /** Barcode calls that came in. */
  readonly charges: HttpRequest[];
  readonly answer: (request: HttpRequest) => HttpOutcome;
}

export function fakePosServer(): FakePosServer {
  const charges: HttpRequest[] = [];
  const server: FakePosServer = {
    payState: '1',
    due: 28,
    collected: 0,
    rows: [{ productname: '茶', unit: '盒', amount: 1, subtotal: 28, sellstate: '0' }],
    receipt: true,
    barcode: () => envelope(0, { billnum: 'XS1', autoid: 7001, billpaystate: '3' }),
    charges,
    answer: (request) => {
      if (request.url.endsWith('/Barcode')) {
        charges.push(request);
        return server.barcode(request);
      }
      const billnum = BILL_IN_PATH.exec(request.url)?.[1];
      if (request.url.includes('/SimpleRet/')) {
        return server.rows === null ? envelope(-1) : envelope(0, server.rows);
      }
      if (request.url.includes('/Print/Content/')) {
        if (!server.receipt) return envelope(-1);
        return envelope(0, { billnum, cost: server.due, real: server.collected });
      }
      if (request.url.includes('/MainRow/')) {
        return envelope(0, { billnum, paystate: server.payState, shopname: '店' });
      }
      return envelope(0, { token: '', username: '1001', nickname: '王小明' });
    },
  };
  return server;
}
