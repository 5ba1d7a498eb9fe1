import { decryptPaymentCode } from '../cipher/decrypt';
import { sessionKey } from '../auth/session-key';
import type { CollectOutcome, Decision } from '../domain/collect';
import { fenOfYuan } from '../domain/money';
import type { Fault } from '../faults/fault';
import { failed, succeeded, type Envelope } from './envelope';
import type { PosEndpoint } from './endpoint';
import { describe, envelopeOf } from './schemas/describe';

/** The validated body. */
interface BarcodeBody {
  billnum: string;
  wechatbarcode: string;
  paymentvalue: number | string;
}

/** Collect by WeChat payment code: the one call that moves money. */
export const barcode: PosEndpoint = {
  name: 'barcode',
  method: 'POST',
  url: '/api/Pos/MiniProgram/Busi/Sell/Pay/WithWechat/Barcode',
  schema: describe({
    operationId: 'collectByWechatBarcode',
    summary: '微信付款码收款',
    description:
      'errcode 0: money received and applied to the bill; 1: not decided, the payment must be queried by another call; -1: failed [D]. ' +
      'Idempotency is not documented: never repeat this call.',
    body: { $ref: 'BarcodeRequest#' },
    tag: envelopeOf('BarcodeTag'),
  }),
  answer({ world, user, body, fault }) {
    const { billnum, wechatbarcode, paymentvalue } = body as BarcodeBody;
    const { cipherProfile, undecidedTag } = world.settings;
    const fen = fenOfYuan(paymentvalue);
    if (fen === undefined) return failed('收款金额有误，最多两位小数');
    const code = decryptPaymentCode(wechatbarcode, sessionKey(user.password), cipherProfile);
    if (code === undefined) return failed('付款码解密失败，请重新登录后再试');
    const request = { billNumber: billnum, code, fen, by: user.login };
    return envelopeFor(world.till.collect(request, decisionOf(fault)), undecidedTag);
  },
};

function decisionOf(fault: Fault | undefined): Decision | undefined {
  if (fault?.kind === 'declined') return { kind: 'declined', words: fault.words };
  if (fault?.kind === 'undecided') return { kind: 'processing', ms: fault.ms };
  return undefined;
}

function envelopeFor(outcome: CollectOutcome, undecidedTag: 'full' | 'empty'): Envelope {
  if (outcome.kind === 'refused') return failed(outcome.words);
  const { billNumber, serial, payState } = outcome;
  const tag = { billnum: billNumber, autoid: serial, billpaystate: payState };
  if (outcome.kind === 'collected') return succeeded(tag, '收款成功');
  return {
    errcode: 1,
    errmsg: '等待客人确认支付，请查询收款结果',
    tag: undecidedTag === 'full' ? tag : null,
  };
}
