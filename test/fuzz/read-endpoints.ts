import fc from 'fast-check';
import { settings } from '../../miniprogram/config/settings';
import type { BillNumber } from '../../miniprogram/core/bill';
import { CashierError } from '../../miniprogram/core/errors/cashier-error';
import type { HttpOutcome } from '../../miniprogram/core/http-outcome';
import { login } from '../../miniprogram/services/pos/login';
import { createPosClient, type PosClient } from '../../miniprogram/services/pos/pos-client';
import { createServerClock } from '../../miniprogram/services/pos/server-clock';
import { queryBillRows } from '../../miniprogram/services/pos/query-bill-rows';
import { queryMainRow } from '../../miniprogram/services/pos/query-main-row';
import { queryReceipt, queryReceiptContent } from '../../miniprogram/services/pos/query-receipt';
import { queryWechatPayment } from '../../miniprogram/services/pos/query-wechat-payment';
import { CREDENTIALS } from '../support/world/client';
import { address } from '../support/world/world';
import type { Target } from './targets';

/** A client whose server answers with the outcome; unsigned, for signing is not what is tried here. */
function answering(outcome: HttpOutcome): PosClient {
  const clock = { now: () => 0, after: () => () => undefined };
  return createPosClient({
    address: address(),
    http: { send: () => Promise.resolve(outcome) },
    clock,
    serverClock: createServerClock(clock),
    nextNonce: () => Promise.resolve('n'),
    settings: { ...settings, signing: { kind: 'none' } },
    credentials: () => CREDENTIALS,
  });
}

/** The calls that read: whatever is answered, they give something sound or throw an error of ours. */
export function readEndpoints(
  bill: BillNumber,
  outcome: fc.Arbitrary<HttpOutcome>,
  must: (holds: boolean, what: string) => void,
): readonly Target[] {
  const target = (
    name: string,
    read: (client: PosClient) => Promise<unknown>,
    namesBill: boolean,
  ): Target => ({
    name,
    property: fc.asyncProperty(outcome, async (end) => {
      try {
        await read(answering(end));
      } catch (error) {
        if (error instanceof CashierError) return;
        throw error;
      }
      must(end.kind === 'answer' && end.status === 200, 'read from no answer');
      if (end.kind !== 'answer') return;
      const folded = end.body.normalize('NFKC').toUpperCase();
      // As JSON rounds it: 1e-999 is 0.
      const zero = Array.from(folded.matchAll(/"ERRCODE"\s*:\s*(-?[\d.E+-]+)/g));
      must(
        zero.some(([, figure]) => Number(figure) === 0),
        'read under another errcode',
      );
      if (namesBill) must(folded.includes(bill), 'read from an answer about another bill');
    }),
  });
  return [
    target('login', (client) => login(client, 1), false),
    target('main row', (client) => queryMainRow(client, bill, 1), true),
    target('receipt', (client) => queryReceipt(client, bill, 1), true),
    target('receipt to look at', (client) => queryReceiptContent(client, bill, 1), true),
    target('bill rows', (client) => queryBillRows(client, bill, 1), false),
    target('WeChat query', (client) => queryWechatPayment(client, bill, '7', 1), false),
  ];
}
