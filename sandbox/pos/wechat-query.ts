import { sameBillKey } from '../domain/bill';
import type { ConfirmationState } from '../domain/confirmation';
import type { Till } from '../domain/till';
import { failed, succeeded } from './envelope';
import type { PosEndpoint } from './endpoint';
import { describe, envelopeOf } from './schemas/describe';

/** The validated body. */
interface WechatQueryBody {
  autoid: string;
  billnum: string;
}

/** Only SUCCESS is documented; the others are WeChat Pay's own trade states. */
const PAY_STATUS: Readonly<Record<ConfirmationState, string>> = {
  waiting: 'USERPAYING',
  paid: 'SUCCESS',
  cancelled: 'PAYERROR',
  revoked: 'REVOKED',
};

/** Asks WeChat about one payment. Documented for a sibling product line. */
export const wechatQuery: PosEndpoint = {
  name: 'wechat-query',
  method: 'POST',
  url: '/api/UnPos/3Pay/Wechat/Query',
  schema: describe({
    operationId: 'queryWechatPayment',
    summary: '查询微信支付结果',
    description:
      'Documented for its own product line; whether POS users may call it is unknown. Paid only if errcode is 0 and paystatus is "SUCCESS" [D there].',
    body: { $ref: 'WechatQueryRequest#' },
    tag: envelopeOf('WechatQueryTag'),
  }),
  answer({ world, body }) {
    const { autoid, billnum } = body as WechatQueryBody;
    if (world.settings.wechatQuery === 'off') return failed('没有权限查询微信支付');
    const status = payStatus(world.till, Number(autoid), sameBillKey(billnum));
    if (!status) return failed('没有找到该笔支付');
    return succeeded({ autoid, billnum, paystatus: status });
  },
};

function payStatus(till: Till, serial: number, billKey: string): string | undefined {
  const waited = till
    .confirmations()
    .find((item) => item.serial === serial && sameBillKey(item.billNumber) === billKey);
  if (waited) return PAY_STATUS[waited.state];
  const charged = till.ledger
    .charges()
    .some((item) => item.serial === serial && sameBillKey(item.billNumber) === billKey);
  return charged ? PAY_STATUS.paid : undefined;
}
