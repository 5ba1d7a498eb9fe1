import type { BillFigures, Recheck } from '../core/attempt';
import type { Conclusion, Statement } from '../core/evidence-story';
import { displayYuan } from '../core/money';
import { BILL_COMPLETE } from '../core/verdict';
import { proofWords, rejectedWords, stateWords, unknownWords } from './words';

/** Statements that are the same whatever the attempt. */
const plain = {
  prepared: '扫到客人的付款码',
  // Written down before the call leaves: whether it did, the next step tells.
  submitted: '准备发出收款请求',
  abandoned: '发出前停止，没有扣款',
  notSentAtRestart: '程序重启：请求没有发出，没有扣款',
  restarted: '程序重启：请求可能已发出，没有等到应答',
  answeredCollected: '服务器应答：已收款',
  answeredAwaiting: '服务器应答：等待客人确认付款',
  watchEnded: '自动查询结束，没有查到结果',
  recheckMoved: '核对单据：金额或状态有变动，与「未收款」不符',
  acknowledged: '收银员已知晓冲突',
} as const;

const rechecked: Readonly<Record<Recheck, string>> = {
  pending: '正在核对单据是否有变动',
  unmoved: '之后核对过单据，没有变动',
  unreadable: '之后读不到单据，暂时无法核对',
};

const STATE_ALONE_UNMOVED = '之后核对过单据，状态未变，金额未核对';

/** One step of an attempt's story, in a sentence. */
export function statementText(statement: Statement): string {
  switch (statement.key) {
    case 'baseline':
      return baseline(statement.figures, statement.payState);
    case 'answeredDeclined':
      return `服务器应答：收款失败${because(statement.message)}`;
    case 'answeredRejected':
      return statement.reason === null ? '请求被拒绝，未扣款' : rejectedWords[statement.reason];
    case 'answeredUnknown':
      return `结果不明：${statement.reason === null ? '应答不可信' : unknownWords[statement.reason]}`;
    case 'evidence':
      return `确认已收款${statement.proof === null ? '' : `：${proofWords[statement.proof]}`}`;
    case 'conflictingEvidence':
      return `出现款项，与「未收款」不符${statement.proof === null ? '' : `：${proofWords[statement.proof]}`}`;
    case 'staffPaid':
      return `${statement.by} 人工确认已收款${because(statement.note)}`;
    case 'staffNotPaid':
      return `${statement.by} 人工确认未收款${because(statement.note)}`;
    case 'became':
      return `状态变为「${stateWords[statement.state]}」`;
    default:
      return plain[statement.key];
  }
}

/** How the attempt stands, and by whose word. */
export function conclusionText(conclusion: Conclusion): string {
  switch (conclusion.key) {
    case 'byAnswer':
      return `系统确认：${proofWords[conclusion.proof]}`;
    case 'byBillState':
      return `按单据状态：${proofWords[conclusion.proof]}。现金或其他收银机收款也会有同样的变动`;
    case 'byStaff':
      return `人工确认：${conclusion.by} 确认已收款${because(conclusion.note)}`;
    case 'notPaidByStaff':
      return `人工确认：${conclusion.by} 确认未收款${because(conclusion.note)}`;
    case 'declined':
      return `服务器应答收款失败；${
        conclusion.recheck === 'unmoved' && !conclusion.amounts
          ? STATE_ALONE_UNMOVED
          : rechecked[conclusion.recheck]
      }`;
    case 'undecided':
      return '还没有凭据：款项可能已收到，也可能没有。请勿重复收款';
    case 'neverSent':
      return '请求没有发出，没有扣款';
    case 'refused':
      return '请求在处理前被拒绝，没有扣款';
    case 'conflict':
      return '记录为未收款，但款项可能已收到。请核对客人的微信账单';
  }
}

function baseline(figures: BillFigures | null, payState: string | null): string {
  const state = payState === null ? '' : payStateText(payState);
  if (figures === null) return `收款前读到：${state === '' ? '单据存在' : state}`;
  const { due, collected } = figures;
  const amounts = `应收 ¥${displayYuan(due)}，已收 ¥${displayYuan(collected)}`;
  return `收款前读到：${state === '' ? amounts : `${amounts}，${state}`}`;
}

/** Only "3" is documented; what another value means beyond that is the server's. */
function payStateText(payState: string): string {
  if (payState === BILL_COMPLETE) return '单据已收齐';
  return payState === '' ? '单据未收齐' : `单据未收齐（状态 ${payState}）`;
}

function because(reason: string): string {
  return reason === '' ? '' : `（${reason}）`;
}
